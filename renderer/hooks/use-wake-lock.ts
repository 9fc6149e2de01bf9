/** Keeps the screen on: by the browser's own lock, or by a film where a page on plain http has none. */
import { useEffect } from 'react';
// Ten seconds of black, without sound, in one kilobyte that every browser plays.
import awakeFilm from './awake.mp4';
import { useMeeting } from './session.ts';

/** For a screen that somebody follows without touching it; only while the session runs. */
export function useWakeLock(): void {
  const isRunning = useMeeting(({ session }) => session.startedAtMs !== null && session.endedAtMs === null);
  useEffect(() => {
    if (!isRunning) return;
    return 'wakeLock' in navigator ? holdByLock(navigator.wakeLock) : holdByFilm();
  }, [isRunning]);
}

/** A lock is lost whenever the page is hidden, so it is asked for anew. */
function holdByLock(wakeLock: WakeLock): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const hold = async () => {
    if (document.visibilityState !== 'visible') return;
    // Refused on low battery: the screen then sleeps as it would have.
    lock = await wakeLock.request('screen').catch(() => null);
    if (isOver) await lock?.release();
  };
  void hold();
  document.addEventListener('visibilitychange', hold);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', hold);
    void lock?.release();
  };
}

/** Systems keep the screen on for a film that plays; it must be in the page and in sight, though nobody sees it. */
function holdByFilm(): () => void {
  const film = document.createElement('video');
  film.src = awakeFilm;
  film.loop = true;
  film.muted = true;
  film.playsInline = true;
  film.tabIndex = -1;
  film.setAttribute('aria-hidden', 'true');
  Object.assign(film.style, {
    position: 'fixed',
    insetBlockEnd: '0',
    width: '1px',
    height: '1px',
    opacity: '0.01',
  });
  film.style.pointerEvents = 'none';
  document.body.append(film);
  // Some phones let nothing play before the first touch, and stop it in the background.
  const play = () => void film.play()?.catch(() => undefined);
  play();
  document.addEventListener('pointerdown', play);
  document.addEventListener('visibilitychange', play);
  return () => {
    document.removeEventListener('pointerdown', play);
    document.removeEventListener('visibilitychange', play);
    film.pause();
    film.remove();
  };
}
