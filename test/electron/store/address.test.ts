import { describe, expect, test } from 'vitest';
import { clusterOf, shown } from '../../../electron/store/address.ts';

const plain = { isTls: false, account: null };

describe('the address of a cluster', () => {
  test.each([
    ['nats://a', { ...plain, servers: ['a'] }],
    ['nats://a:4222,b:4223', { ...plain, servers: ['a:4222', 'b:4223'] }],
    ['nats://a:4222,nats://b:4223', { ...plain, servers: ['a:4222', 'b:4223'] }],
    ['nats://[::1]:4222', { ...plain, servers: ['[::1]:4222'] }],
    ['nats://::1', { ...plain, servers: ['::1'] }],
    ['tls://a:4222', { ...plain, isTls: true, servers: ['a:4222'] }],
    ['nats://me:x%@a,b', { isTls: false, servers: ['a', 'b'], account: { user: 'me', pass: 'x%' } }],
    ['nats://me:x%40y@a', { isTls: false, servers: ['a'], account: { user: 'me', pass: 'x@y' } }],
    ['nats://me:x:y@a', { isTls: false, servers: ['a'], account: { user: 'me', pass: 'x:y' } }],
    ['nats://key@a', { isTls: false, servers: ['a'], account: { token: 'key' } }],
  ])('given %s, when it is read, then its parts are known', (address, cluster) => {
    expect(clusterOf(address)).toEqual(cluster);
  });

  test.each([
    'sqlite:',
    'floppy://a',
    'nats://',
    'nats://,a',
    'nats://a:99999',
    'nats://a:4222,b:port',
    'nats://a/path',
    'nats://a b',
    'nats://me:secret@',
  ])('given %s, when it is read, then it is none', (address) => {
    expect(clusterOf(address)).toBeNull();
  });

  test('given one with an account, when it is shown, then without it', () => {
    expect(shown('nats://me:s/e@cret@a:99999')).toBe('nats://a:99999');
    expect(shown('nats://a')).toBe('nats://a');
  });
});
