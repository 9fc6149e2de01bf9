import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOptions } from '../../electron/options.ts';
import { missingDisplay } from '../../electron/start/display.ts';
import { terminalEn } from '../../electron/words/en.ts';
import { causeOf, terminalLanguage, terminalWords } from '../../electron/words/words.ts';
import { terminalZhCn } from '../../electron/words/zh-cn.ts';
import { runProgram, temporaryFolder } from '../support/hub-process.ts';

const CHINESE = { LC_ALL: 'zh_CN.UTF-8' };
const HAN = /\p{Script=Han}/u;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** Every text of a catalogue by its path; a function is called with numbers, which fit everywhere. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function')
    return [[path, node(...Array.from({ length: node.length }, (_, i) => 41 + i))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

describe('the language of the terminal', () => {
  test.each([
    [{ LC_ALL: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'zh_CN.utf8' }, 'zh-CN'],
    [{ LANG: 'zh_TW' }, 'zh-CN'],
    [{ LANG: 'zh_CN.UTF-8@pinyin' }, 'zh-CN'],
    [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' }, 'zh-CN'],
    [{ LC_ALL: 'en_GB.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.GB18030' }, 'en'],
    [{}, 'en'],
  ] as const)('[U15] %j is %s', (env, language) => {
    expect(terminalLanguage(env)).toBe(language);
    expect(terminalWords(env)).toBe(language === 'en' ? terminalEn : terminalZhCn);
  });

  test('[U15] given both catalogues, when compared, then they have the same texts, without gaps, each in its script', () => {
    const [english, chinese] = [texts(terminalEn), texts(terminalZhCn)];
    expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path));
    for (const [path, text] of [...english, ...chinese]) expect(text, path).not.toMatch(/undefined|NaN|^$/);
    expect(english.filter(([, text]) => HAN.test(text))).toEqual([]);
    expect(chinese.filter(([, text]) => !HAN.test(text))).toEqual([]);
    // What is put in stands in both: an option, a path, a number.
    const numbers = (text: string) => (text.match(/4[1-4]/g) ?? []).toSorted();
    for (const [index, [path, text]] of english.entries()) {
      expect(numbers(chinese[index]?.[1] ?? ''), path).toEqual(numbers(text));
    }
  });

  test('[U15] given a cause that has no words, when said, then it is quoted in one line', () => {
    const words = terminalWords(CHINESE);
    expect(causeOf(words, Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe('不存在');
    expect(causeOf(words, Object.assign(new Error('odd\nstack'), { code: 'EODD' }))).toBe('odd');
    expect(causeOf(words, 'odd')).toBe('odd');
  });
});

describe('a Chinese terminal', () => {
  test.each<[string[], string]>([
    [['--colour', 'red'], '没有选项 --colour'],
    [['--no-json'], '没有选项 --no-json'],
    [['-x'], '没有选项 -x'],
    [['extra'], '“extra”不属于任何选项'],
    [['--', '--json'], '“--json”不属于任何选项'],
    [['--host'], '--host：需要一个值'],
    [['--host', '--json'], '--host：需要一个值'],
    [['--json=yes'], '--json 不带值'],
    [['--port', 'abc'], '--port abc：需要 0 到 65535 之间的数字'],
    [['--host='], '--host：需要一个地址'],
    [['--data='], '--data：目录名'],
    [['--session', 'a b'], '--session a b：'],
    [['--store', 'floppy://x'], '--store floppy://x：'],
    [['--public-url', 'meet.example'], '--public-url meet.example：'],
    [['--tls-cert', 'x'], '--tls-cert 和 --tls-key'],
  ])('[U15] hub %j is refused in Chinese, and in English elsewhere', (args, words) => {
    expect(() => readOptions(args, CHINESE)).toThrow(words);
    expect(() => readOptions(args, {})).toThrow(/^[^\p{Script=Han}\n]+$/u);
  });

  test('[U15] given no display, when the app is started, then it says so in Chinese', async () => {
    const facts = { platform: 'linux', answers: async () => false } as const;
    expect(await missingDisplay({ ...facts, env: CHINESE })).toContain('没有显示器');
    expect(await missingDisplay({ ...facts, env: { ...CHINESE, DISPLAY: ':7' } })).toContain('DISPLAY 为 :7');
  });

  test('[U15] given files, ports and folders that cannot be used, when the hub is started, then one line says it in Chinese', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const port = String((busy.address() as AddressInfo).port);
    const file = join(folder.path, 'plan.json');
    writeFileSync(file, '{"format":"evenfloor.plan","v":1,"title":5}');
    const data = ['--data', join(folder.path, 'data')];
    const cases: [string[], string][] = [
      [[...data, '--plan', file], '“plan.json”不是 Evenfloor 会议安排：“title”必须是文本'],
      [[...data, '--plan', join(folder.path, 'none')], '不存在。'],
      [[...data, '--port', port], `端口 ${port} 已被占用`],
      [['--tls-cert', file, '--tls-key', file], '不是成对的'],
      [['--host', 'nosuch.invalid'], '--host nosuch.invalid：'],
      [['--port', '0', '--data', join(file, 'data')], '：路径中有一部分不是文件夹。'],
    ];
    for (const [args, words] of cases) {
      const { code, stdout, stderr } = await runProgram('electron/serve.ts', args, CHINESE);
      expect([code, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.stringContaining(words)]]);
    }
    busy.close();
  });

  test('[U15] given --help, when a program is started, then the options are told in Chinese', async () => {
    for (const program of ['electron/serve.ts', 'electron/simulate.ts']) {
      const { code, stdout } = await runProgram(program, ['--help'], CHINESE);
      expect([code, stdout]).toEqual([0, expect.stringContaining('用法：npm run')]);
    }
  });

  test('[I2] given a meeting with a byte order mark, when it is simulated, then the mark changes nothing', async () => {
    const marked = join(folder.path, 'marked.json');
    const meeting = { capSeconds: 120, handoverSeconds: 10, limitSeconds: 600, requests: [] };
    writeFileSync(marked, `\ufeff${JSON.stringify(meeting)}`);
    expect((await runProgram('electron/simulate.ts', ['--meeting', marked, '--json'], {})).code).toBe(0);
  });

  test('[U15] given what cannot be simulated, when tried, then one line says it in Chinese and in English', async () => {
    const broken = join(folder.path, 'broken.json');
    writeFileSync(broken, '{\n "capSeconds": }');
    const wrong = join(folder.path, 'wrong.json');
    writeFileSync(wrong, '{"capSeconds":-1}');
    const cases: [object, string[], string][] = [
      [{}, [], 'Which meeting?'],
      [CHINESE, ['--meeting', broken], '第 2 行第 16 列'],
      [{}, ['--meeting', wrong], '“capSeconds” is too low'],
      [CHINESE, ['--meeting', wrong], '“capSeconds”过小'],
      [CHINESE, ['--meeting', wrong, '--policy', 'x'], '--policy x：必须是以下之一'],
      [CHINESE, ['--rehearse'], '谁的邀请？'],
      [CHINESE, ['--rehearse', '--link', 'http://127.0.0.1:1/#t', '--speed', '0'], '--speed 0：'],
      [CHINESE, ['--rehearse', '--link', 'http://127.0.0.1:1/#t'], '那里没有程序在监听'],
    ];
    for (const [env, args, words] of cases) {
      const { code, stdout, stderr } = await runProgram('electron/simulate.ts', args, { ...env });
      expect([code, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.stringContaining(words)]]);
    }
  });
});
