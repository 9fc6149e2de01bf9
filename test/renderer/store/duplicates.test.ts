import { describe, expect, test } from 'vitest';
import { duplicateOf, featuresOf, isLike } from '../../../renderer/store/duplicates.ts';
import type { Question } from '../../../shared/domain/questions/schema.ts';

const areLike = (a: string, b: string) => isLike(featuresOf(a), featuresOf(b));

describe('two questions that say the same', () => {
  test.each([
    ['English', 'Who pays for the e-waste?', 'who pays for e-waste'],
    ['English, wide letters', 'Ｗｈｏ pays?', 'WHO PAYS'],
    ['Chinese', '算力的碳排放由谁承担？', '算力的碳排放应由谁承担'],
    ['Chinese, punctuation', '范围三，如何计算？', '范围三如何计算'],
    ['Arabic', 'من يدفع ثمن النفايات الإلكترونية؟', 'مَن يدفع ثمن النفايات الإلكترونيـة'],
    ['Thai', 'ใครเป็นผู้จ่ายค่าขยะอิเล็กทรอนิกส์', 'ใครเป็นผู้จ่ายค่ากำจัดขยะอิเล็กทรอนิกส์?'],
  ])('are found in %s', (_, a, b) => {
    expect(areLike(a, b)).toBe(true);
    expect(areLike(b, a)).toBe(true);
  });

  test.each([
    ['English', 'Who pays for the e-waste?', 'Who counts Scope 3 emissions abroad?'],
    ['Chinese', '算力的碳排放由谁承担？', '中小企业怎样获得绿色算力？'],
    ['Arabic', 'من يدفع ثمن النفايات الإلكترونية؟', 'كيف تحسب الانبعاثات في الخارج؟'],
    ['Thai', 'ใครเป็นผู้จ่ายค่าขยะอิเล็กทรอนิกส์', 'เมื่อไรจะมีมาตรฐานสำหรับศูนย์ข้อมูล'],
    ['two scripts', 'AI 算力', 'AI power'],
    ['signs alone', '???', '???'],
  ])('are not seen where there are none: %s', (_, a, b) => {
    expect(areLike(a, b)).toBe(false);
  });

  const question = (questionId: string, text: string, more: Partial<Question> = {}): Question => ({
    ...{ questionId, text, seq: 1, askedAtMs: 1, channel: 'online', door: 'web', decided: 'received' },
    votes: 0,
    ...more,
  });

  test('are proposed by the nearest, the earliest of equals, across a translation, without what is gone', () => {
    const asked = question('q0', '谁付钱？', { translation: 'Who pays for e-waste?' });
    const near = question('q1', 'Who pays for the e-waste?');
    const same = question('q2', 'Who pays for e-waste?');
    const again = question('q3', 'Who pays for e-waste?');
    const merged = question('q4', 'Who pays for e-waste?', { decided: 'merged' });
    expect(duplicateOf(asked, [merged, asked, near, same, again])?.questionId).toBe('q2');
    expect(duplicateOf(asked, [merged, asked])).toBeNull();
  });
});
