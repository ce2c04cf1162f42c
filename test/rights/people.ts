import type { Identity } from '../../src/core/person/claims.ts';
import { caseRoles, courtRoles } from '../../src/core/person/roles.ts';
import { scopes } from '../../src/core/person/scopes.ts';
import { person } from '../open-test-database.ts';

/** Court A of world.sql; everybody who is somebody is so there. */
export const courtA = '00000000-0000-4000-8000-00000000000a';

/** The people of cells.txt, by the names that they have there. world.sql makes their rows. */
export const people: ReadonlyMap<string, Identity> = new Map<string, Identity>([
  ['anon', { kind: 'anon' }],
  ...courtRoles.map((role, n) => [`court ${role}`, withRoles(n + 1, [role])] as const),
  // The judge of a case is one of the court.
  ...caseRoles.map((role, n) => {
    const inCourt = role === 'judge' ? ['judge'] : [];
    return [`case ${role}`, withRoles(n + 11, inCourt)] as const;
  }),
  ['seat holder', withRoles(17, [])],
  ['filer', withRoles(18, ['party'])],
  ['stranger', withRoles(19, [])],
  ['machine, all scopes', machine(20, [...scopes])],
  ['machine, no scopes', machine(21, [])],
  ['service', { kind: 'service' }],
]);

export function withRoles(n: number, roles: readonly string[]) {
  const claims = { app_metadata: { courts: roles.length === 0 ? {} : { [courtA]: roles } } };
  const { claims: made } = person(1, claims);
  return { kind: 'person', claims: { ...made, sub: idOf(n) } } as const;
}

/** The key of a machine that is a clerk of court A. */
export function machine(
  n: number,
  scoped: readonly string[],
  roles: readonly string[] = ['clerk'],
) {
  const { kind, claims } = withRoles(n, roles);
  const { courts } = claims.app_metadata;
  return {
    kind,
    claims: { ...claims, app_metadata: { courts, scopes: scoped, machine: 'scanner' } },
  } as const;
}

/** The id of the n-th person of world.sql. */
export function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
