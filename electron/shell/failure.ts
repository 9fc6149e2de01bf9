/** How something that went wrong goes to the page: a code that the page words in its own language, or a sentence. */
import { PlanError } from '../importers/plan-error.ts';
import type { ShellFailure } from '../shell-api.ts';
import { StoreError } from '../store/event-store.ts';

export function failureOf(error: unknown): ShellFailure {
  if (error instanceof PlanError) {
    const { code, message, params } = error;
    return { about: 'plan', code, message, params: { ...params } };
  }
  if (error instanceof StoreError) return { about: 'store', code: error.code, message: error.message };
  return { message: error instanceof Error ? error.message : String(error) };
}
