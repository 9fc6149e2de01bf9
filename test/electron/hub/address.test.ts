import { expect, test } from 'vitest';
import { addressBook, lanAddresses } from '../../../electron/hub/address.ts';

const urlOf = (address: string) => `http://${address.includes(':') ? `[${address}]` : address}:7377`;
const bookOf = (...hosts: string[]) =>
  addressBook({ publicUrl: undefined, trustProxy: false, listening: () => hosts, peers: () => [] });

test('given a hub that listens everywhere, when it is asked under each address of its machine again and again, then it answers; under another it does not', () => {
  const book = bookOf('0.0.0.0');
  // Loopback too, so that something is asked on a machine without a network.
  const own = ['127.0.0.1', ...lanAddresses()];
  for (const address of [...own, ...own]) expect(book.isOurOrigin(urlOf(address)), address).toBe(true);
  for (const address of ['203.0.113.9', '2001:db8::9', 'evenfloor.example']) {
    expect(book.isOurOrigin(urlOf(address)), address).toBe(false);
  }
});

test('given a hub that listens at one address, when it is asked under another of its machine, then it does not answer', () => {
  const book = bookOf('192.0.2.7');
  expect(book.isOurOrigin(urlOf('192.0.2.7'))).toBe(true);
  for (const address of lanAddresses()) expect(book.isOurOrigin(urlOf(address)), address).toBe(false);
});
