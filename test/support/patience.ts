/**
 * What a view loads by itself comes when it comes: a machine that is busy is no fault of the view. And no view goes on
 * ticking once its test is over, or it would find its page gone.
 */
import { configure } from '@testing-library/dom';
import { afterEach } from 'vitest';

configure({ asyncUtilTimeout: 15_000 });

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  afterEach(() => cleanup());
}
