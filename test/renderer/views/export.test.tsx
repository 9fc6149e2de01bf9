// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { ExportReport } from '../../../renderer/panels/plan/ExportReport.tsx';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { renderSession } from '../support/render-session.tsx';

const BYTES = new Uint8Array([0x50, 0x4b, 0xff, 0]);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(window, 'evenfloor');
  cleanup();
});

/** The panel, with what it asks of the hub and what it gives to the app to keep. */
function panel(role: Role, answer: () => Response = file) {
  const asked: string[] = [];
  const kept: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return answer();
  });
  const save = async (...file: unknown[]) => kept.push(file) > 0;
  Object.assign(window, { evenfloor: { plans: { save } } });
  return { ...renderSession(<ExportReport />, role), asked, kept };
}

function file(): Response {
  const name = `attachment; filename="-report.docx"; filename*=UTF-8''${encodeURIComponent('公平')}-report.docx`;
  return new Response(BYTES, { headers: { 'content-disposition': name, 'content-type': 'x/y' } });
}

test('[U14] given somebody chooses a form, when the report is saved, then it is the hub’s bytes under the hub’s name', async () => {
  const { screen, user, asked, kept } = panel('host');
  await user.selectOptions(screen.getByRole('combobox', { name: 'What to save' }), 'Report for Word (DOCX)');
  await user.click(screen.getByRole('button', { name: 'Save the report' }));
  expect(await screen.findByText('Saved.')).toBeTruthy();
  expect(asked).toEqual(['/api/v1/report.docx']);
  expect(kept).toEqual([['公平-report.docx', BYTES]]);
});

test('[X4] given the hub refuses, when a PDF is saved, then its sentence is shown, and without a hub another one', async () => {
  const refusal = { code: 'hub/no-browser', params: {}, message: 'This hub needs Chromium.' };
  let answer = () => new Response(JSON.stringify(refusal), { status: 503 });
  const { screen, user, kept } = panel('host', () => answer());
  await user.selectOptions(screen.getByRole('combobox'), 'Report as PDF');
  await user.click(screen.getByRole('button', { name: 'Save the report' }));
  expect(await screen.findByText('This hub needs Chromium.')).toBeTruthy();
  answer = () => {
    throw new TypeError('no line');
  };
  await user.click(screen.getByRole('button', { name: 'Save the report' }));
  expect(await screen.findByText(/gave nothing/)).toBeTruthy();
  expect(kept).toEqual([]);
});

test('[X7] given contacts were left, when host and moderator save, then the host alone can have them, and only when asking', async () => {
  const moderator = panel('onsite-moderator');
  expect(moderator.screen.queryByRole('option', { name: /contacts/ })).toBeNull();
  const { screen, user, asked, hub, settle } = panel('host');
  expect(screen.getByRole('option', { name: 'List of contacts (CSV)' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  hub.command('session/configure', { network: { purpose: 'The network' } }, 'host');
  const contact = { name: 'Ana', email: 'ana@example.org', purpose: 'The network', consent: true };
  hub.command('contacts/join', { contactId: 'k1', ...contact }, 'host');
  settle();
  await user.click(screen.getByRole('button', { name: 'Save the report' }));
  await user.click(screen.getByRole('checkbox', { name: 'with the contacts (1)' }));
  await user.click(screen.getByRole('button', { name: 'Save the report' }));
  expect(asked).toEqual(['/api/v1/report.html', '/api/v1/report.html?contacts=1']);
});

test('[Y3] given contacts, when the session itself is saved, then they go along only when asked for', async () => {
  const { screen, user, asked, hub, settle } = panel('host');
  hub.command('session/configure', { network: { purpose: 'The network' } }, 'host');
  const contact = { name: 'Ana', email: 'ana@example.org', purpose: 'The network', consent: true };
  hub.command('contacts/join', { contactId: 'k1', ...contact }, 'host');
  settle();
  await user.selectOptions(screen.getByRole('combobox'), 'The session itself, to open elsewhere');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(screen.getByRole('checkbox', { name: 'with the contacts (1)' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(asked).toEqual(['/api/v1/session.evenfloor', '/api/v1/session.evenfloor?contacts=1']);
});

test('[X6] given a recording, when chapters are saved, then one can say where in it the session starts', async () => {
  const { screen, user, asked } = panel('rapporteur');
  await user.selectOptions(screen.getByRole('combobox'), 'Chapters for the recording (VTT)');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.type(screen.getByRole('textbox', { name: /starts at this second/ }), ' 61.5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(asked).toEqual(['/api/v1/chapters.vtt', '/api/v1/chapters.vtt?offset=61.5']);
  const found = await axe.run(screen.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
});
