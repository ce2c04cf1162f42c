import { fold } from '../language/fold.ts';
import { nameSource } from './names.ts';

const onlyName = new RegExp(
  `^(?:(?:Signed|Firmado|Firma|Fdo\\.|By|Por|/s/|s/)[.:]? ?)?(?:Mr\\.? |Mrs\\.? |Ms\\.? |don |doña |Sra?\\.? )?(?<name>${nameSource})(?:, [^\\n]{1,40})?\\.?$`,
  'u',
);
const firstPerson =
  /\b(?:i|my|me|we|our|us|yo|mi|mis|me|nos|nuestro|nuestra|vengo|pido|solicito|demando)\b/u;
const closings =
  /^(?:yours|sincerely|faithfully|respectfully|regards|kind regards|with regards|atentamente|saluda|cordialmente|signed|firmado|firma|es justicia|gracias|thank you)/u;

/** Lines from the end among which a signature stands, and from the beginning among which a letterhead does. */
const reach = 6;
const headReach = 2;

/** Who signs a paper that speaks in the first person; else whose name stands alone at its head. */
export function signatoryOf(lines: readonly string[]): string {
  if (!lines.some((line) => firstPerson.test(fold(line)))) return '';
  const last = lines.slice(-reach);
  const closing = last.findIndex((line) => closings.test(fold(line)));
  const under = closing < 0 ? last.slice(-2) : last.slice(closing);
  const [name] = [...under, ...lines.slice(0, headReach)].flatMap(nameAlone);
  return name ?? '';
}

function nameAlone(line: string): readonly string[] {
  const found = onlyName.exec(line)?.groups?.['name'];
  return found === undefined || !found.includes(' ') || closings.test(fold(found)) ? [] : [found];
}
