/**
 * Seals the invitations' secrets with the system's key store. Without one (a Linux without a keyring) they stay
 * readable text, in files that only this user may open.
 */
import type { SecretBox } from '../store/secrets.ts';
import { shellWords } from './words/words.ts';

/** The part of Electron's `safeStorage` that is used; it answers only after `ready`, and is asked when a secret is. */
export type KeyStore = {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
};

const MARK = 'sealed.v1:';

/** Opens what it sealed and what was written unsealed, since a key store can come later. */
export function createSecretBox(keyStore: KeyStore, platform: NodeJS.Platform): SecretBox {
  let isTrusted: boolean | undefined;
  const canSeal = () => {
    isTrusted ??= isTrustworthy(keyStore, platform);
    return isTrusted;
  };
  return {
    seal: (text) => (canSeal() ? MARK + keyStore.encryptString(text).toString('base64') : text),
    open: (sealed) => {
      if (!sealed.startsWith(MARK)) return sealed;
      try {
        return keyStore.decryptString(Buffer.from(sealed.slice(MARK.length), 'base64'));
      } catch {
        throw new Error(shellWords().problems.keyStore);
      }
    },
  };
}

// On Linux without a keyring Electron "encrypts" with a password that everybody knows.
function isTrustworthy(keyStore: KeyStore, platform: NodeJS.Platform): boolean {
  if (!keyStore.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = keyStore.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}
