import type { Person } from './schema.ts';

/** The record of whoever a device stands for: the device's own, or the one that it was merged into. */
export function recordOf(people: readonly Person[], deviceId: string): Person | undefined {
  return people.find((person) => person.personId === deviceId || person.devices?.includes(deviceId));
}

/** The personId under which the device acts. */
export function ownPersonId(people: readonly Person[], deviceId: string): string {
  return recordOf(people, deviceId)?.personId ?? deviceId;
}

/** All ids under which the person may have acted: the record's, and those of the devices merged into it. */
export function idsOf(people: readonly Person[], personId: string): string[] {
  const person = people.find((one) => one.personId === personId);
  return [personId, ...(person?.devices ?? [])];
}
