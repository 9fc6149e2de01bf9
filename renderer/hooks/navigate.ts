/** Leaving for another address. Apart, so that a test can watch it and no view knows how it is done. */

export const navigation = {
  go(address: string): void {
    location.href = address;
  },
};

/** A host's link, opened at the plan first. */
export function atPlan(link: string): string {
  const url = new URL(link);
  url.searchParams.set('view', 'plan');
  return url.href;
}
