import { expect, test } from 'vitest';
import {
  hubOf,
  invitationIn,
  otherHub,
  pageFor,
  shortAddressIn,
  underAddress,
} from '../../../renderer/sync/hub-address.ts';

const LINK = 'http://192.168.1.5:7377/#s.i.m';

function page(search = '') {
  const origin = 'http://127.0.0.1:7377';
  return { protocol: 'http:', host: '127.0.0.1:7377', origin, search };
}

test('a page talks to its own hub unless its address names another', () => {
  expect(hubOf(page()).host).toBe('127.0.0.1:7377');
  expect(hubOf(page('?hub=https://hub.example'))).toMatchObject({ protocol: 'https:', host: 'hub.example' });
  expect(otherHub(page('?hub=http://127.0.0.1:7377'))).toBeNull();
});

test('what is no http address is no hub', () => {
  for (const hub of ['javascript:alert(1)', 'file:///etc', 'x', '']) {
    expect(hubOf(page(`?hub=${encodeURIComponent(hub)}`)).host).toBe('127.0.0.1:7377');
  }
});

test('an invitation is found with words around it, and nothing else is taken for one', () => {
  expect(invitationIn(`Please join: ${LINK}\nSee you`)?.href).toBe(LINK);
  for (const text of ['', 'hello', 'http://a.example/', 'http://a.example/#top', 'javascript:x#s.i.m']) {
    expect(invitationIn(text)).toBeNull();
  }
});

test('[V3] a short address is taken as it stands on the wall, a code alone is one of this hub', () => {
  const found = (text: string) => shortAddressIn(text, page())?.href;
  expect(found(' http://192.168.1.5:7377/j/ABCD2345')).toBe('http://192.168.1.5:7377/j/ABCD2345');
  expect(found('192.168.1.5:7377/j/abcd2345')).toBe('http://192.168.1.5:7377/j/abcd2345');
  expect(found('hub.example:7377/j/ABCD-2345')).toBe('http://hub.example:7377/j/ABCD-2345');
  for (const code of ['ABCD2345', 'ABCD-2345', ' ABCD 2345 ']) {
    expect(found(code)).toBe('http://127.0.0.1:7377/j/ABCD2345');
  }
  for (const text of [
    '',
    'workshop',
    'ABCD234',
    'http://a.example/',
    'a.example/j/',
    'a.example/j/nothing',
    'j/ABCD2345',
  ]) {
    expect(found(text)).toBeUndefined();
  }
});

test('the app stays at its own page and names the other hub; a browser goes there', () => {
  const link = new URL(LINK);
  expect(pageFor(link, page(), false)).toBe(LINK);
  const address = new URL(pageFor(link, page(), true));
  expect(address.origin).toBe('http://127.0.0.1:7377');
  expect(address.hash).toBe('#s.i.m');
  expect(hubOf({ ...page(), search: address.search }).host).toBe('192.168.1.5:7377');
  expect(pageFor(new URL('http://127.0.0.1:7377/#s.i.m'), page(), true)).toBe('http://127.0.0.1:7377/#s.i.m');
});

test('a link keeps its token under another address', () => {
  expect(underAddress('http://127.0.0.1:7377/#s.i.m', 'http://10.0.0.5:7377')).toBe(
    'http://10.0.0.5:7377/#s.i.m',
  );
  expect(underAddress(LINK, null)).toBe(LINK);
});
