import { expect, test } from 'vitest';
import { svgOf } from '../../../electron/exporters/svg.ts';
import { chartsOf } from '../../../shared/projections/charts/data.ts';
import { sheetsOf } from '../../../shared/projections/charts/sheets.ts';
import { CHART_WORDS } from '../../../shared/words/charts.ts';
import { discussion } from '../../support/meeting.ts';

function svgs(): string[] {
  const m = discussion(2, 2);
  const person = { name: 'A & <b>"B"', channel: 'online' };
  m.do('floor/give', { turnId: 't1', person, afterTurnId: null });
  m.wait(30).do('floor/give', { turnId: 't2', entryId: 'r1', afterTurnId: 't1' });
  m.wait(40);
  return sheetsOf(chartsOf(m.state, m.nowMs), CHART_WORDS.en, 640).map(({ drawing, summary }) =>
    svgOf(drawing, summary),
  );
}

test('[C6] given each chart, when written as text, then it is one picture with its own size and sentence', () => {
  for (const svg of svgs()) {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="640" height="\d+" viewBox="0 0 640 \d+"/,
    );
    expect(svg).toContain('role="img" aria-label="');
    expect(svg).not.toMatch(/NaN|undefined|var\(|class=/);
  }
});

test('[C7] given both sides, when written, then in fixed colours, dashed and striped for one of them', () => {
  const [seconds = '', turns = ''] = svgs();
  expect(seconds).toMatch(/stroke="#1d5fd1" stroke-width="2.5" stroke-dasharray="7 4"/);
  expect(seconds).toMatch(/stroke="#b45309" stroke-width="2.5">/);
  expect(turns).toMatch(/stroke="#ffffff"/);
});

test('[C6] given a name with signs of markup, when written, then it stays a name', () => {
  const [, turns = ''] = svgs();
  expect(turns).toContain('<title>A &amp; &lt;b&gt;&quot;B&quot; · 0:30</title>');
  expect(turns).not.toContain('<b>');
});
