import { describe, expect, it } from 'vitest';
import { isExternal, isOwn, joinLink } from '../../../electron/shell/links.ts';
import { readOptions } from '../../../electron/shell/options.ts';

const LINK = 'http://192.168.1.5:7377/#s1.i1.bWFj';
const PAGE = 'http://127.0.0.1:7377/';
const NOTHING = {
  dataDir: null,
  hubPort: null,
  pageUrl: null,
  store: null,
  storeCreds: null,
  storeCa: null,
  link: null,
};

describe('invitation links', () => {
  it.each([LINK, 'https://hub.example.org/#a-_.b.c'])('takes %s', (link) => {
    expect(joinLink(link)).toBe(link);
  });

  it.each([
    'http://192.168.1.5:7377/',
    'http://192.168.1.5:7377/#only.two',
    'http://192.168.1.5:7377/#a.b.<script>',
    'javascript:alert(1)#a.b.c',
    'file:///etc/passwd#a.b.c',
    '--no-sandbox',
    '',
    `http://h/${'x'.repeat(3_000)}#a.b.c`,
  ])('refuses %s', (text) => {
    expect(joinLink(text)).toBeNull();
  });
});

describe('whose address it is', () => {
  it.each([PAGE, 'http://127.0.0.1:7377/stage#a.b.c'])('%s is our own', (address) => {
    expect(isOwn(address, PAGE)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:7378/',
    'https://127.0.0.1:7377/',
    'http://localhost:7377/',
    'http://127.0.0.1:7377@evil.example/',
    'file:///home/me',
    'data:text/html,hi',
    'about:blank',
    'nonsense',
  ])('%s is not', (address) => {
    expect(isOwn(address, PAGE)).toBe(false);
  });

  it('opaque origins are nobody’s, not even each other’s', () => {
    expect(isOwn('data:text/html,a', 'data:text/html,b')).toBe(false);
  });

  it('hands only https to the system', () => {
    expect(isExternal('https://example.org/')).toBe(true);
    for (const bad of ['http://example.org/', 'file:///x', 'smb://x/y', 'ms-msdt:/id', 'javascript:1']) {
      expect(isExternal(bad)).toBe(false);
    }
  });
});

describe('the app’s command line', () => {
  it('given Chromium’s switches among ours, takes ours and the link', () => {
    const args = ['--no-sandbox', '--data-dir=/d', '.', '--hub-port=0', LINK, '--lang=fr'];
    expect(readOptions(args, true)).toEqual({ ...NOTHING, dataDir: '/d', hubPort: 0, link: LINK });
  });

  it('given nothing, leaves everything to the defaults', () => {
    expect(readOptions([], true)).toEqual(NOTHING);
  });

  it.each([
    [['--store=tls://floor.example:4222', '--store-creds=hub.creds', '--store-ca=ca.crt']],
    [['--store', 'tls://floor.example:4222', '--store-creds', 'hub.creds', '--store-ca', 'ca.crt']],
  ])('[M25] takes a cluster in both ways of writing it: %j', (args) => {
    const store = 'tls://floor.example:4222';
    expect(readOptions(args, true)).toEqual({
      ...NOTHING,
      store,
      storeCreds: 'hub.creds',
      storeCa: 'ca.crt',
    });
  });

  it.each([[['--store']], [['--store', '--no-sandbox']], [['--store=']]])(
    'takes no store from %j',
    (args) => {
      expect(readOptions(args, true).store).toBeNull();
    },
  );

  it.each(['--hub-port=', '--hub-port=70000', '--hub-port=x', '--hub-port=1.5'])('ignores %s', (arg) => {
    expect(readOptions([arg], true).hubPort).toBeNull();
  });

  it('lets only a development app show another page', () => {
    const args = ['--page-url=http://127.0.0.1:5173/'];
    expect(readOptions(args, true).pageUrl).toBeNull();
    expect(readOptions(args, false).pageUrl).toBe('http://127.0.0.1:5173/');
  });
});
