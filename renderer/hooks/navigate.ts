/** Leaving for another address. Apart, so that a test can watch it and no view knows how it is done. */

export const navigation = {
  go(address: string): void {
    location.href = address;
  },
};

/** A host's link, opened at the plan first. */
export function atPlan(link: string): string {
  return atView(link, 'plan');
}

/** A host's link, opened where the links of the others are. */
export function atInvitations(link: string): string {
  return atView(link, 'invitations');
}

function atView(link: string, view: string): string {
  const url = new URL(link);
  url.searchParams.set('view', view);
  return url.href;
}
