const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ID_CHARS = 10;

/**
 * A fresh id: whoever sends a command names what it makes. 60 bits, since a crowd is sent each of them: among a million
 * of one session two are the same once in a million sessions. Works without a secure context.
 */
export function newId(): string {
  let id = '';
  while (id.length < ID_CHARS) {
    for (const byte of crypto.getRandomValues(new Uint8Array(ID_CHARS))) {
      // 248 = 4 × 62; the bytes above would make some letters likelier.
      if (byte < 248 && id.length < ID_CHARS) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id;
}
