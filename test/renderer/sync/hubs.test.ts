import { expect, test } from 'vitest';
import { Hubs, originOf } from '../../../renderer/sync/hubs.ts';

test('[M10] given several hubs, when the line is lost, then another one is tried, and the first is not forgotten', () => {
  const hubs = new Hubs('ws://a:1/ws', () => 0);
  hubs.move();
  expect(hubs.url).toBe('ws://a:1/ws');
  hubs.know(['http://a:1', 'http://b:2', 'http://c:3']);
  const tried = Array.from({ length: 4 }, () => {
    hubs.move();
    return hubs.url;
  });
  expect(tried).toEqual(['ws://b:2/ws', 'ws://c:3/ws', 'ws://a:1/ws', 'ws://b:2/ws']);
});

test('[M10] given a crowd, when its hub is lost, then it spreads over the others', () => {
  const seen = [0, 0.4, 0.99].map((chance) => {
    const hubs = new Hubs('ws://a:1/ws', () => chance);
    hubs.know(['http://a:1', 'http://b:2', 'http://c:3', 'http://d:4']);
    hubs.move();
    return hubs.url;
  });
  expect(new Set(seen).size).toBe(3);
});

test('[M10] given a page that came over TLS, when hubs without it are named, then it goes to none of them', () => {
  const hubs = new Hubs('wss://a/ws', () => 0);
  hubs.know(['http://b:2']);
  hubs.move();
  expect(hubs.url).toBe('wss://a/ws');
  hubs.know(['https://c']);
  hubs.move();
  expect([hubs.url, originOf(hubs.url)]).toEqual(['wss://c/ws', 'https://c']);
});
