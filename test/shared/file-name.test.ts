import { expect, test } from 'vitest';
import { fileNameOf } from '../../shared/lib/file-name.ts';

test('[U14] given a title, when a file is named after it, then letters and digits of any script stay, and it is never empty', () => {
  expect(fileNameOf('WS #377: “公平” / مساواة')).toBe('WS-377-公平-مساواة');
  expect(fileNameOf('การกำกับดูแล')).toBe('การกำกับดูแล');
  expect(fileNameOf('../../etc/passwd')).toBe('etc-passwd');
  expect(fileNameOf('---')).toBe('evenfloor');
  expect([...fileNameOf(`${'a'.repeat(59)} ${'𝒳'.repeat(80)}`)]).toHaveLength(59);
});
