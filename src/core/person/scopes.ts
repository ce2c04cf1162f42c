import type { CourtRole } from './roles.ts';

/** What the key of a machine may be allowed to do. A person's token names no scopes. */
export const scopes = [
  'read',
  'cases:write',
  'documents:write',
  'people:write',
  'courts:write',
  'law:write',
] as const;
export type Scope = (typeof scopes)[number];

/** A machine is never a judge: what only a person may do must not hang on a scope that is left out. */
export const machineRoles = [
  'administrator',
  'clerk',
  'prosecutor',
  'defender',
  'party',
  'observer',
  'auditor',
] as const satisfies readonly CourtRole[];
export type MachineRole = (typeof machineRoles)[number];
