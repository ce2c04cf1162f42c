import type { Case } from '../../core/case/case.ts';
import { languageOfCase } from '../../core/case/language-of-case.ts';
import { plainMarkdown as plain } from '../../core/resolution/plain-markdown.ts';

/**
 * The resolution for a reader: the draft as it was made, and beneath it what a person made of it. `on`: ISO
 * 8601 instant at which that was. Empty where there is no draft.
 */
export function resolutionPage(state: Case, on: string): string {
  const { draft, decision } = state;
  const page = draft?.markdown.prose ?? '';
  if (decision === null) return page;
  const { title, signed, rejected } = words[languageOfCase(state)];
  const says = decision.decision === 'signed' ? signed : rejected;
  const reason = decision.reason.prose === '' ? '' : ` ${plain(decision.reason.prose)}`;
  return `${page}\n## ${title}\n\n${says(plain(decision.by.prose), on.slice(0, 10))}${reason}\n`;
}

const words = {
  en: {
    title: 'Decision upon the draft',
    signed: (name: string, day: string) => `Signed by ${name} on ${day}.`,
    rejected: (name: string, day: string) => `Rejected by ${name} on ${day}. It binds nobody.`,
  },
  es: {
    title: 'Decisión sobre el proyecto',
    signed: (name: string, day: string) => `Firmado por ${name} el ${day}.`,
    rejected: (name: string, day: string) => `Rechazado por ${name} el ${day}. No obliga a nadie.`,
  },
} as const;
