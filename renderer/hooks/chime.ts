/** Two soft tones, made on the spot: the last seconds of a turn, and its end. Louder than a pencil, not than a voice. */

export type Chime = 'warning' | 'overtime';

/** Hertz, one after another. */
const TONES: Record<Chime, readonly number[]> = { warning: [660], overtime: [660, 523] };
const TONE_SECONDS = 0.25;
const LOUDNESS = 0.12;

let audio: AudioContext | null = null;

/** Silent where the page may not sound yet, or the machine cannot. */
export function playChime(chime: Chime): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  const { currentTime } = audio;
  void audio.resume().catch(() => undefined);
  for (const [index, hertz] of TONES[chime].entries()) {
    const startsAt = currentTime + index * TONE_SECONDS;
    const tone = new OscillatorNode(audio, { frequency: hertz });
    const loudness = new GainNode(audio, { gain: 0 });
    // Without the slopes the tone begins and ends with a click.
    loudness.gain.setValueAtTime(0, startsAt);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, startsAt + 0.02);
    loudness.gain.linearRampToValueAtTime(0, startsAt + TONE_SECONDS);
    tone.connect(loudness).connect(audio.destination);
    tone.start(startsAt);
    tone.stop(startsAt + TONE_SECONDS);
  }
}
