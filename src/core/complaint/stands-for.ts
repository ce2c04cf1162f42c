import type { Document } from '../document/document.ts';
import { cleanName, nameSource } from './names.ts';

/** A name or a role, and another name that stands for the same side. */
export type GivenRole = { readonly name: string; readonly role: string };

const title = '(?:don |doña |Mr\\.? |Mrs\\.? |Ms\\.? |Miss |Dr\\.? )?';
const roles =
  '(?<!\\p{L})(?i:claimant|plaintiff|complainant|respondent|defendant|demandante|demandad[oa]|querellad[oa]|acusad[oa]|querellante|actora?)(?!\\p{L})';
/** A name with what is said of it in small letters, or a role with whatever is said of it. */
const subject = `(?:(?<name>${nameSource})(?:,| [^.\\n\\p{Lu}]{1,80}?,)?|(?<role>${roles})(?:,| [^.\\n]{1,80}?,)?)`;
const office =
  '(?:owner|director|manager|managing director|member|partner|president|officer|foreman|chair|representative|agent|gerente|gerenta|gerente general|dueñ[oa]|administradora?|representante legal|soci[oa]|jef[ea]|encargad[oa])';
const links: readonly string[] = [
  `(?:who )?(?:trades|trading|doing business|t/a|d/b/a|known) as(?: the)?`,
  `(?:conocid[oa]|que gira|nombre de fantasía)(?: como)?(?: bajo el nombre de)?`,
  `(?:legalmente )?representad[oa] (?:legalmente )?por(?: su ${office},?)?`,
  `represented by(?: its ${office},?)?`,
  `(?:managed|run|owned|operated|headed) (?:[^,.\\n]{0,40} )?by (?:its |his |her )?(?:${office},? )?`,
  `(?:through|by|acting by|por medio de|a través de) (?:its|su) ${office},?`,
  `(?:whose|cuy[oa]|y su|and its) ${office}(?: is| es)?,?`,
];
const standing = new RegExp(
  `${subject} (?:${links.join('|')}) ?${title}(?<other>${nameSource})`,
  'gu',
);
const readAtMost = 20_000;

/** Who acts for a party, and under which name it trades: «NAME, represented by NAME», «trading as NAME». */
export function standsFor(complaint: Document): readonly GivenRole[] {
  const text = complaint.text.slice(0, readAtMost).replaceAll('**', '');
  return Array.from(text.matchAll(standing), ({ groups = {} }) => ({
    name: groups['role']?.toLowerCase() ?? cleanName(String(groups['name'])),
    role: cleanName(String(groups['other'])),
  })).filter(({ name, role }) => name !== '' && role !== '');
}
