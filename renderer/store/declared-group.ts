import type { FairnessSettings } from '../../shared/domain/fairness/settings.ts';
import type { BalancedGroup } from '../../shared/lib/vocabulary.ts';

export type DeclaredGroup = Exclude<BalancedGroup, 'first-time'>;

/** What has to be declared to be balanced; whether somebody speaks for the first time is known. */
export function declaredGroup({ balancedGroup }: FairnessSettings): DeclaredGroup | null {
  return balancedGroup === 'first-time' ? null : balancedGroup;
}

/** Inside a side the staff's order is another one than the public can work out, which knows nobody's group. */
export function isOrderHidden(settings: FairnessSettings): boolean {
  return declaredGroup(settings) !== null && settings.windowSeconds > 0;
}
