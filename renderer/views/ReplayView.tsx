/** A session that is over, or has been so far, on a time line: the console as it was, at any speed. */
import { useState, useSyncExternalStore } from 'react';
import { Button } from '../components/Button.tsx';
import { timeOfDay } from '../components/HubTime.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { SessionContext } from '../hooks/session.ts';
import { useReplay } from '../hooks/use-replay.ts';
import { useLanguage } from '../messages/language.ts';
import { useReplayWords } from '../messages/replay.ts';
import type { Replay } from '../store/replay.ts';
import { ConsoleView } from './ConsoleView.tsx';
import styles from './ReplayView.module.css';

const SPEEDS = ['1', '10', '60', '300'] as const;
const STEP_MS = 1_000;

export function ReplayView() {
  const words = useReplayWords();
  const replay = useReplay();
  if (replay === null || replay === 'failed') {
    return (
      <main className={styles.waiting}>
        <p role="status">{replay === null ? words.loading : words.failed}</p>
      </main>
    );
  }
  return (
    <div className={styles.replay}>
      <TimeLine replay={replay} />
      <SessionContext value={replay.session}>
        <ConsoleView />
      </SessionContext>
    </div>
  );
}

function TimeLine({ replay }: { replay: Replay }) {
  const words = useReplayWords();
  const language = useLanguage();
  const atMs = useSyncExternalStore(replay.subscribe, replay.atMs);
  const speed = useSyncExternalStore(replay.subscribe, replay.speed);
  const [chosen, setChosen] = useState<(typeof SPEEDS)[number]>('10');
  const isRunning = speed > 0;
  const time = timeOfDay(atMs, language, true);
  return (
    <section className={styles.line} aria-label={words.title}>
      <Button
        look="strong"
        onClick={() => {
          if (!isRunning && atMs >= replay.toMs) replay.seek(replay.fromMs);
          replay.setSpeed(isRunning ? 0 : Number(chosen));
        }}
      >
        {isRunning ? words.hold : words.play}
      </Button>
      <input
        type="range"
        className={styles.slider}
        aria-label={words.moment}
        aria-valuetext={words.at(time)}
        min={replay.fromMs}
        max={replay.toMs}
        step={STEP_MS}
        value={atMs}
        onChange={(event) => replay.seek(Number(event.target.value))}
      />
      <span className={styles.time}>{time}</span>
      <SelectField<(typeof SPEEDS)[number]>
        label={words.speed}
        value={chosen}
        options={SPEEDS.map((value) => ({ value, label: words.times(Number(value)) }))}
        onChange={(value) => {
          setChosen(value);
          if (isRunning) replay.setSpeed(Number(value));
        }}
      />
      <p className={styles.hint}>{words.hint}</p>
    </section>
  );
}
