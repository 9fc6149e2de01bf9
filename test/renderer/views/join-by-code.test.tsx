// @vitest-environment jsdom
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { navigation } from '../../../renderer/hooks/navigate.ts';
import { JoinPanel } from '../../../renderer/panels/home/JoinPanel.tsx';
import { QR_PICTURE_BYTES_MAX } from '../../../shared/lib/limits.ts';
import { pictureOf } from '../../support/qr-picture.ts';
import { type FakeCamera, fakeCamera } from '../support/fake-camera.ts';
import { reset } from '../support/render-view.tsx';

const LINK = 'http://192.168.1.5:7377/#s.i.m';
const WIFI = 'WIFI:S:Venue;T:WPA;P:hybrid;;';

let camera: FakeCamera;
let went: string[];

beforeEach(() => {
  vi.useFakeTimers();
  reset();
  camera = fakeCamera();
  went = [];
  vi.spyOn(navigation, 'go').mockImplementation((address) => void went.push(address));
});
afterEach(() => {
  camera.remove();
  vi.useRealTimers();
});

/** Until the next picture has been looked at. */
const passTime = () => act(() => vi.advanceTimersByTimeAsync(300));

async function scan() {
  const screen = render(<JoinPanel />);
  fireEvent.click(screen.getByRole('button', { name: 'Scan a QR code' }));
  await passTime();
  return screen;
}

async function choose(file: File) {
  const screen = render(<JoinPanel />);
  const input = screen.container.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no input');
  fireEvent.change(input, { target: { files: [file] } });
  await passTime();
  return screen;
}

const picture = (bytes: BlobPart = 'x') => new File([bytes], 'code.png', { type: 'image/png' });

test('given an empty view, when the code comes into it, then its link is followed and the camera is let go', async () => {
  const screen = await scan();
  expect(screen.getByRole('status').textContent).toContain('Hold the invitation’s code');
  expect(camera.tracks[0]?.stop).not.toHaveBeenCalled();
  camera.seen.view = pictureOf(LINK);
  await passTime();
  expect(went).toEqual([LINK]);
  expect(camera.tracks[0]?.stop).toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Scan a QR code' })).toBeTruthy();
  // The picture alone: the app gives no page the microphone. And no larger than is needed.
  expect(camera.getUserMedia.mock.calls[0]?.[0]).not.toHaveProperty('audio');
  expect(Math.max(...camera.seen.drawnAt)).toBe(1_280);
});

test('a code that is no invitation is told, and the scanning goes on', async () => {
  camera.seen.view = pictureOf(WIFI);
  const screen = await scan();
  expect(screen.getByRole('status').textContent).toContain('no invitation');
  camera.seen.view = pictureOf(LINK);
  await passTime();
  expect(went).toEqual([LINK]);
});

test('beside another code, as on a slide with the Wi-Fi, the invitation is found', async () => {
  const [left, right] = [pictureOf(WIFI), pictureOf(LINK)];
  const light = new Uint8Array(2 * left.width * left.height);
  for (let y = 0; y < left.height; y += 1) {
    const row = [y * left.width, (y + 1) * left.width] as const;
    light.set(left.light.subarray(...row), 2 * row[0]);
    light.set(right.light.subarray(...row), 2 * row[0] + left.width);
  }
  camera.seen.view = { width: 2 * left.width, height: left.height, light };
  await scan();
  expect(went).toEqual([LINK]);
});

test.each([
  ['NotAllowedError', 'not allowed here'],
  ['NotFoundError', 'No camera was found'],
  ['NotReadableError', 'another program'],
])('when the camera answers %s, what can be done is said', async (name, sentence) => {
  camera.getUserMedia.mockRejectedValue(new DOMException('no', name));
  const screen = await scan();
  expect(screen.getByRole('alert').textContent).toContain(sentence);
  camera.getUserMedia.mockImplementationOnce(() => new Promise(() => undefined));
  fireEvent.click(screen.getByRole('button', { name: 'Scan a QR code' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('Starting the camera');
});

test('a camera that is unplugged is told', async () => {
  const screen = await scan();
  act(() => void camera.tracks[0]?.dispatchEvent(new Event('ended')));
  expect(screen.getByRole('alert').textContent).toContain('Scanning failed');
});

test('a decoder that does not load is told', async () => {
  vi.stubGlobal(
    'Worker',
    class {
      onerror: (() => void) | null = null;
      postMessage() {
        queueMicrotask(() => this.onerror?.());
      }
      terminate() {}
    },
  );
  const screen = await scan();
  expect(screen.getByRole('alert').textContent).toContain('paste the link');
});

test('stopping lets the camera go, also when it is given only later', async () => {
  const screen = await scan();
  fireEvent.click(screen.getByRole('button', { name: 'Stop scanning' }));
  expect(camera.tracks[0]?.stop).toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Scan a QR code' }));
  screen.unmount();
  await passTime();
  expect(camera.tracks[1]?.stop).toHaveBeenCalled();
});

test('over plain http the page says what scans instead, and reads a picture all the same', async () => {
  Reflect.deleteProperty(navigator, 'mediaDevices');
  camera.seen.view = pictureOf(LINK);
  const screen = await choose(picture());
  expect(screen.queryByRole('button', { name: 'Scan a QR code' })).toBeNull();
  expect(screen.getByText(/camera app/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'QR code from a picture' })).toBeTruthy();
  expect(went).toEqual([LINK]);
});

test.each([
  ['without a code', picture(), null, 'No QR code'],
  ['with another code', picture(), pictureOf(WIFI), 'no invitation'],
  ['that is none', new File(['x'], 'plan.txt', { type: 'text/plain' }), null, 'cannot be read'],
  ['that is too large', picture(new Uint8Array(QR_PICTURE_BYTES_MAX + 1)), pictureOf(LINK), 'cannot be read'],
])('a picture %s is told', async (_, file, view, sentence) => {
  camera.seen.view = view;
  const screen = await choose(file);
  expect(screen.getByRole('alert').textContent).toContain(sentence);
  expect(went).toEqual([]);
});

test('a picture is first looked at small, then large', async () => {
  await choose(picture());
  expect(camera.seen.drawnAt).toEqual([1_000, 4_000]);
});
