/**
 * A second `simulate`, written from the text of docs/fairness.md and from nothing else: no shared code, no
 * cleverness, every figure by walking the list again. What both agree on is what the text says.
 */
type Ask = { t: number; who: string; channel: string; seconds: number };
type Input = { capSeconds: number; handoverSeconds: number; limitSeconds: number; requests: Ask[] };
type Spoken = { ask: Ask; start: number; seconds: number; roomWaits: boolean; lineWaits: boolean };

export function naiveSimulate(input: Input, policy: string) {
  const spoken: Spoken[] = [];
  const done = new Set<Ask>();
  let now = 0;
  let roomTag = 0;
  let lineTag = 0;
  let v = 0;
  let roomWaited = false;
  let lineWaited = false;
  for (;;) {
    if (now >= input.limitSeconds) break;
    const waiting = input.requests.filter((ask) => !done.has(ask) && ask.t <= now);
    if (waiting.length === 0) {
      const later = input.requests.filter((ask) => !done.has(ask)).map((ask) => ask.t);
      if (later.length === 0) break;
      now = Math.min(...later);
      continue;
    }
    const room = waiting.filter((ask) => ask.channel === 'onsite');
    const line = waiting.filter((ask) => ask.channel === 'online');
    if (room.length > 0 && !roomWaited) roomTag = Math.max(roomTag, v - input.capSeconds);
    if (line.length > 0 && !lineWaited) lineTag = Math.max(lineTag, v - input.capSeconds);
    roomWaited = room.length > 0;
    lineWaited = line.length > 0;
    const ask = pick(input, policy, spoken, room, line, roomTag, lineTag);
    const seconds = Math.min(ask.seconds, input.limitSeconds - now);
    spoken.push({ ask, start: now, seconds, roomWaits: roomWaited, lineWaits: lineWaited });
    done.add(ask);
    if (ask.channel === 'onsite') {
      v = Math.max(v, roomTag);
      roomTag += seconds;
    } else {
      v = Math.max(v, lineTag);
      lineTag += seconds;
    }
    now += seconds + input.handoverSeconds;
  }
  return figures(input, policy, spoken);
}

function pick(
  input: Input,
  policy: string,
  spoken: Spoken[],
  room: Ask[],
  line: Ask[],
  roomTag: number,
  lineTag: number,
): Ask {
  const byTime = (a: Ask, b: Ask) => a.t - b.t || input.requests.indexOf(a) - input.requests.indexOf(b);
  const first = (list: Ask[]) => [...list].sort(byTime)[0] as Ask;
  if (policy === 'fifo') return first([...room, ...line]);
  const turnsOf = (who: string) => spoken.filter((one) => one.ask.who === who).length;
  const aged = (list: Ask[]) =>
    [...list].sort(
      (a, b) => a.t + 300 * turnsOf(a.who) - (b.t + 300 * turnsOf(b.who)) || byTime(a, b),
    )[0] as Ask;
  const inside = policy === 'evenfloor' ? aged : first;
  if (room.length === 0) return inside(line);
  if (line.length === 0) return inside(room);
  const last = spoken[spoken.length - 1]?.ask.channel;
  const tie =
    last === undefined ? first([...room, ...line]).channel : last === 'onsite' ? 'online' : 'onsite';
  const count = (channel: string) => spoken.filter((one) => one.ask.channel === channel).length;
  const sum = (channel: string) =>
    spoken.filter((one) => one.ask.channel === channel).reduce((total, one) => total + one.seconds, 0);
  let [a, b] = [0, 0];
  if (policy === 'evenfloor') [a, b] = [roomTag, lineTag];
  if (policy === 'turns') [a, b] = [count('onsite'), count('online')];
  if (policy === 'full-memory') [a, b] = [sum('onsite'), sum('online')];
  const side = a < b ? 'onsite' : b < a ? 'online' : tie;
  return inside(side === 'onsite' ? room : line);
}

function figures(input: Input, policy: string, spoken: Spoken[]) {
  const of = (channel: string) => spoken.filter((one) => one.ask.channel === channel);
  const total = (list: Spoken[]) => list.reduce((sum, one) => sum + one.seconds, 0);
  let gap = 0;
  let [a, b] = [0, 0];
  for (const one of spoken) {
    if (!one.roomWaits || !one.lineWaits) {
      [a, b] = [0, 0];
      continue;
    }
    if (one.ask.channel === 'onsite') a += one.seconds;
    else b += one.seconds;
    gap = Math.max(gap, Math.abs(a - b));
  }
  let longest = 0;
  spoken.forEach((_, from) => {
    let block = 0;
    for (let at = from; at < spoken.length; at += 1) {
      const one = spoken[at] as Spoken;
      if (one.ask.channel !== spoken[from]?.ask.channel || !one.roomWaits || !one.lineWaits) break;
      block += one.seconds;
    }
    longest = Math.max(longest, block);
  });
  const quantile = (list: Spoken[], p: number) => {
    const waits = list.map((one) => one.start - one.ask.t).sort((x, y) => x - y);
    return waits.length === 0 ? null : waits[Math.min(waits.length - 1, Math.floor(p * waits.length))];
  };
  const people = [
    ...new Set(input.requests.filter((ask) => ask.t < input.limitSeconds).map((ask) => ask.who)),
  ];
  const each = people.map((who) => total(spoken.filter((one) => one.ask.who === who)));
  const sum = each.reduce((x, y) => x + y, 0);
  const squares = each.reduce((x, y) => x + y * y, 0);
  const maximum = (channel: string) => Math.max(0, ...of(channel).map((one) => one.seconds));
  const bound = maximum('onsite') + maximum('online') + input.capSeconds;
  const all = total(of('onsite')) + total(of('online'));
  return {
    policy,
    turns: spoken.length,
    onlineShare: all === 0 ? null : total(of('online')) / all,
    worstJointGapSeconds: gap,
    longestBlockSeconds: longest,
    waitSeconds: {
      onsite: { p50: quantile(of('onsite'), 0.5), p90: quantile(of('onsite'), 0.9) },
      online: { p50: quantile(of('online'), 0.5), p90: quantile(of('online'), 0.9) },
    },
    reached: new Set(spoken.map((one) => one.ask.who)).size,
    requested: people.length,
    jain: squares === 0 ? 1 : sum ** 2 / (each.length * squares),
    boundViolations: policy === 'evenfloor' ? (gap > bound ? 1 : 0) + (longest > bound ? 1 : 0) : null,
  };
}
