/** What somebody may be in a court. Who may do what is written in supabase/migrations, in the policies. */
export const courtRoles = [
  'administrator',
  'clerk',
  'judge',
  'prosecutor',
  'defender',
  'party',
  'observer',
  'auditor',
] as const;
export type CourtRole = (typeof courtRoles)[number];

/** What somebody may be in one case. */
export const caseRoles = ['judge', 'clerk', 'prosecutor', 'defender', 'party', 'observer'] as const;
export type CaseRole = (typeof caseRoles)[number];
