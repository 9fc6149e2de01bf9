/** What the hub counts while it runs, in Prometheus' text format (docs/many-machines.md names the figures). */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Audience } from '../../../shared/lib/vocabulary.ts';
import type { AppendResult, SessionLog } from '../../store/event-store.ts';

/** What is looked up when it is asked for. */
export type Vitals = {
  sessions: number;
  /** Those who have been let in. */
  connections: Readonly<Record<Audience, number>>;
  /** Handed over to the system and not yet sent. */
  bufferedBytes: number;
  /** This one and those it knows of. */
  hubs: number;
  isStoreOk: boolean;
  isDraining: boolean;
};

export type Metrics = {
  /** The same log; what it appends is counted and timed. */
  watched(log: SessionLog): SessionLog;
  /** `code` of a command or request that was refused; one of ours, so there are few. */
  refused(code: string): void;
  text(vitals: Vitals): string;
};

type Outcome = AppendResult['kind'] | 'failed';
type Sample = [name: string, value: number, labels?: Record<string, string>];

/** Upper ends, in seconds: a laptop's disk at the lower end, a cluster whose leader has just died at the upper. */
const APPEND_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const NANOSECONDS = 1e9;

export function createMetrics(): Metrics {
  const appends = new Map<Outcome, number>();
  const refusals = new Map<string, number>();
  const took = APPEND_BUCKETS_S.map(() => 0);
  let tookS = 0;
  let commitsAppended = 0;
  let loopDelay: ReturnType<typeof monitorEventLoopDelay> | null = null;

  function appended(outcome: Outcome, seconds: number): void {
    count(appends, outcome);
    tookS += seconds;
    for (const [i, le] of APPEND_BUCKETS_S.entries()) if (seconds <= le) took[i] = (took[i] ?? 0) + 1;
  }

  async function timed(log: SessionLog, commits: Parameters<SessionLog['append']>[0]): Promise<AppendResult> {
    const startedMs = performance.now();
    let outcome: Outcome = 'failed';
    try {
      const result = await log.append(commits);
      outcome = result.kind;
      if (outcome === 'appended') commitsAppended += commits.length;
      return result;
    } finally {
      appended(outcome, (performance.now() - startedMs) / 1_000);
    }
  }

  function appendTimes(): string {
    const total = [...appends.values()].reduce((sum, n) => sum + n, 0);
    return family('evenfloor_append_seconds', 'histogram', 'How long an append took.', [
      ...APPEND_BUCKETS_S.map((le, i): Sample => ['_bucket', took[i] ?? 0, { le: String(le) }]),
      ['_bucket', total, { le: '+Inf' }],
      ['_sum', tookS],
      ['_count', total],
    ]);
  }

  /** Since it was asked for last; a laptop that nobody asks is not woken for it. */
  function loopLag(): string {
    const [p99, max] = loopDelay ? [loopDelay.percentile(99), loopDelay.max] : [0, 0];
    loopDelay ??= monitorEventLoopDelay();
    loopDelay.enable();
    loopDelay.reset();
    return (
      gauge('nodejs_eventloop_lag_p99_seconds', 'Since the last scrape.', p99 / NANOSECONDS) +
      gauge('nodejs_eventloop_lag_max_seconds', 'Since the last scrape.', max / NANOSECONDS)
    );
  }

  return {
    watched: (log) => ({ ...log, append: (commits) => timed(log, commits) }),
    refused: (code) => count(refusals, code),
    text: (vitals) =>
      [
        counter('evenfloor_commits_appended_total', 'Commits of this hub that became durable.', [
          ['', commitsAppended],
        ]),
        counter('evenfloor_appends_total', 'Batches; a conflict is decided and tried again.', [
          ...labelled(appends, 'result'),
        ]),
        appendTimes(),
        counter('evenfloor_refused_total', 'Commands and requests, by the code of the refusal.', [
          ...labelled(refusals, 'code'),
        ]),
        ofNow(vitals),
        loopLag(),
        ofProcess(),
      ].join(''),
  };
}

function ofNow({ connections, ...now }: Vitals): string {
  return [
    gauge('evenfloor_sessions', 'Sessions that are open here.', now.sessions),
    family('evenfloor_connections', 'gauge', 'Sockets, by what they may see.', [
      ...labelled(new Map(Object.entries(connections)), 'audience'),
    ]),
    gauge('evenfloor_buffered_bytes', 'Said to sockets that have not read it yet.', now.bufferedBytes),
    gauge('evenfloor_hubs', 'Hubs that live, this one too.', now.hubs),
    gauge('evenfloor_store_ok', '0 while the store takes or answers nothing.', Number(now.isStoreOk)),
    gauge('evenfloor_draining', '1 once it takes no more clients.', Number(now.isDraining)),
  ].join('');
}

function ofProcess(): string {
  const { user, system } = process.cpuUsage();
  return (
    gauge('process_resident_memory_bytes', 'Memory.', process.memoryUsage.rss()) +
    counter('process_cpu_seconds_total', 'Processor time.', [['', (user + system) / 1e6]])
  );
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function labelled(counts: ReadonlyMap<string, number>, label: string): Sample[] {
  return [...counts].map(([key, value]) => ['', value, { [label]: key }]);
}

function gauge(name: string, help: string, value: number): string {
  return family(name, 'gauge', help, [['', value]]);
}

function counter(name: string, help: string, samples: Sample[]): string {
  return family(name, 'counter', help, samples);
}

/** `samples` are named by what comes after the family's name. */
function family(name: string, type: string, help: string, samples: Sample[]): string {
  const lines = samples.map(([suffix, value, labels]) => {
    const pairs = Object.entries(labels ?? {}).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
    return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
