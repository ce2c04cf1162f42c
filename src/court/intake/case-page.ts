import { casePage, troublesOfPage, type CasePage } from '../../core/case/case-page.ts';
import { readDocument } from '../../core/jurisdiction/profile-document.ts';
import type { Refusal } from '../../core/refusal.ts';

export type ReadCasePage =
  | { readonly kind: 'read'; readonly page: CasePage }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Reads a `case.yaml`.
 *
 * Refusals: IN1 it is no YAML that is read here; IN2 a key is unknown or has not its shape; IN3 it names a
 * file that is not in the folder, or a party that it does not list, or two by one id; IN8 its dates do not
 * follow one another.
 */
export function readCasePage(
  { name, text }: { name: string; text: string },
  files: readonly string[],
): ReadCasePage {
  const { document, refusals } = readDocument({ name, text });
  if (refusals.length > 0) return refused('IN1', refusals);
  const shaped = document.shape(casePage, document.data ?? {});
  if (shaped.value === undefined) return refused('IN2', shaped.refusals);

  const page = shaped.value;
  const troubles = troublesOfPage(page, files).map(({ rule, at, what }) => ({
    rule,
    at,
    says: `${name} line ${document.line(at)}: ${what}.`,
  }));
  return troubles.length > 0 ? { kind: 'refused', refusals: troubles } : { kind: 'read', page };
}

function refused(rule: string, refusals: readonly Refusal[]): ReadCasePage {
  return { kind: 'refused', refusals: refusals.map((refusal) => ({ ...refusal, rule })) };
}
