import { useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useQrPicture } from '../../hooks/use-qr-picture.ts';
import { useHomeWords } from '../../messages/home.ts';
import styles from './PictureQr.module.css';

/** For whoever has the code on the own screen, or no camera that this page may use. */
export function PictureQr({ onText }: { onText(text: string): boolean }) {
  const words = useHomeWords();
  const input = useRef<HTMLInputElement>(null);
  const { state, read } = useQrPicture(onText);
  const isReading = state === 'reading';
  return (
    <>
      <Button reason={isReading ? words.pictureStates.reading : null} onClick={() => input.current?.click()}>
        {words.picture}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) read(file);
          // So that the same file, mended, can be chosen again.
          target.value = '';
        }}
      />
      {state !== 'idle' && (
        <p
          role={isReading ? 'status' : 'alert'}
          className={`${styles.outcome} ${isReading ? form.hint : form.error}`}
        >
          {words.pictureStates[state]}
        </p>
      )}
    </>
  );
}
