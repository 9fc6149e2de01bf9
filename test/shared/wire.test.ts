import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandSchemas, decodeCommand } from '../../shared/command.ts';
import { eventSchema } from '../../shared/event.ts';
import { clientMessageSchema, hubMessageSchema } from '../../shared/protocol.ts';
import { FATAL_CLOSE_CODES, PROTOCOL_VERSION } from '../../shared/wire.ts';
import { HUB_WORDS, pickLanguage, word } from '../../shared/words/languages.ts';
import { clock, plural } from '../../shared/words/words.ts';

const SHARED = join(import.meta.dirname, '../../shared');

/** The schemas as JSON; what has no JSON form (transforms, custom checks) counts by its place. */
function hashOf(...schemas: z.ZodType[]): string {
  const json = schemas.map((schema) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 16);
}

describe('wire', () => {
  test('[W1] given the schemas of the wire, when one changes, then somebody decides about the version', () => {
    // A new optional field: update the hash. Anything that an older client or an older log cannot read: raise
    // PROTOCOL_VERSION too (and PROTOCOL_VERSION_MIN if old clients would go wrong), then update the hash.
    expect({ version: PROTOCOL_VERSION, hash: hashOf(clientMessageSchema, hubMessageSchema) }).toEqual({
      version: 1,
      hash: '346324e1eaed6b47',
    });
  });

  test('[W1] given the schemas of commands and events, when one changes, then it is on purpose', () => {
    expect(hashOf(...Object.values(commandSchemas))).toBe('ee86a3fa99d4c1b0');
    expect(hashOf(eventSchema)).toBe('838332ccb3c55eee');
  });

  test('[W2] given names and arguments that do not fit, when decoded, then the refusal says which field and why', () => {
    expect(decodeCommand('floor/take', {})).toEqual({
      code: 'unknown-command',
      params: { name: 'floor/take' },
    });
    expect(decodeCommand('constructor', {})).toMatchObject({ code: 'unknown-command' });
    expect(decodeCommand('floor/end', {})).toMatchObject({ code: 'invalid', params: { field: 'turnId' } });
    expect(decodeCommand('floor/end', 'x')).toMatchObject({
      code: 'invalid',
      params: { field: 'floor/end' },
    });
    expect(decodeCommand('session/start', undefined)).toEqual({ name: 'session/start', args: {} });
  });

  test('[W3] given every code that the sources can refuse with, when worded, then each language has its sentence', () => {
    const codes = new Set<string>();
    for (const file of readdirSync(SHARED, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(SHARED, file), 'utf8');
      for (const [, code] of text.matchAll(/reject\(\s*(?:\w+ \? )?'([^']+)'/g)) codes.add(code as string);
    }
    expect(codes.size).toBeGreaterThan(20);
    const params = {
      channel: 'online',
      name: 'N',
      door: 'phone',
      title: 'T',
      field: 'f',
      problem: 'p',
      limit: 1,
      count: 2,
      group: 'G',
      seconds: 61,
    };
    for (const { rejections, reasons } of Object.values(HUB_WORDS)) {
      for (const code of codes) expect(word(rejections, { code, params }), code).not.toBe(code);
      for (const catalogue of [rejections, reasons]) {
        for (const code of Object.keys(catalogue)) {
          for (const channel of ['onsite', 'online', 'elsewhere']) {
            const sentence = word(catalogue, { code, params: { ...params, channel } });
            expect(sentence, code).not.toMatch(/undefined|NaN|\[object/);
          }
          expect(
            word(catalogue, { code, params: { ...params, name: '', title: '', count: 1 } }),
          ).toBeTruthy();
        }
      }
      expect(word(rejections, { code: 'no/such', params: {} })).toBe('no/such');
      expect(word(rejections, { code: 'toString', params: {} })).toBe('toString');
    }
  });

  test('[W3] given what a reader accepts, when a language is picked, then the first of ours that fits', () => {
    expect(pickLanguage(['fr', 'zh-Hant-TW', 'en'])).toBe('zh-CN');
    expect(pickLanguage(['en-GB', 'zh'])).toBe('en');
    expect(pickLanguage(['fr'])).toBe('en');
    expect(clock(undefined)).toBe('0:00');
    expect([clock(129), clock(-5), clock(3_725)]).toEqual(['2:09', '−0:05', '1:02:05']);
    expect([plural(1, 'turn', 'turns'), plural(2, 'turn', 'turns')]).toEqual(['1 turn', '2 turns']);
    expect(FATAL_CLOSE_CODES).not.toContain(4429);
  });

  test('[C9] given parts of seconds, when a clock is written, then it has those that are whole, and no error of sums', () => {
    expect([clock(23.63), clock(59.999), clock(-0.9), clock(-61.5)]).toEqual([
      '0:23',
      '0:59',
      '0:00',
      '−1:01',
    ]);
    expect(clock(59.999_999_999)).toBe('1:00');
  });
});
