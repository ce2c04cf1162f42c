/** What was looked at. `bad` keeps the court from working or from being safe; `odd` may be meant so. */
export type Finding = {
  readonly check: string;
  readonly state: 'good' | 'odd' | 'bad';
  /** What was found. */
  readonly says: string;
  /** What to do about it; `null` where nothing is to be done. */
  readonly mend: string | null;
};

export function good(check: string, says: string): Finding {
  return { check, state: 'good', says, mend: null };
}

export function odd(check: string, says: string, mend: string): Finding {
  return { check, state: 'odd', says, mend };
}

export function bad(check: string, says: string, mend: string): Finding {
  return { check, state: 'bad', says, mend };
}
