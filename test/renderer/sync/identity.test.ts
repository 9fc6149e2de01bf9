import { expect, test } from 'vitest';
import { identify, sessionIdOf } from '../../../renderer/sync/identity.ts';

const at = (hash: string, pathname = '/') => ({ hash, pathname });

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('the token comes from the fragment and is kept for this tab', () => {
  const tab = storage();
  expect(identify(at('#s.i.mac-_1'), tab)?.token).toBe('s.i.mac-_1');
  expect(identify(at('', '/stage'), tab)?.token).toBe('s.i.mac-_1');
  expect(identify(at('#settings', '/stage'), tab)?.token).toBe('s.i.mac-_1');
  // The address without anything is the home page: that is how one leaves a session.
  expect(identify(at(''), tab)).toBeNull();
});

test('another link in the same tab takes over; the device stays', () => {
  const tab = storage();
  const first = identify(at('#s.i.one'), tab);
  const second = identify(at('#s.i.two'), tab);
  expect(second?.token).toBe('s.i.two');
  expect(second?.clientId).toBe(first?.clientId);
});

test('without a token there is nobody', () => {
  expect(identify(at('', '/stage'), storage())).toBeNull();
  expect(identify(at('#a.b'), storage())).toBeNull();
});

test('the device is 128 bits of chance', () => {
  const one = identify(at('#s.i.m'), storage())?.clientId;
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(identify(at('#s.i.m'), storage())?.clientId).not.toBe(one);
});

test('the session is the first part of the token', () => {
  expect(sessionIdOf('abc.def.ghi')).toBe('abc');
});
