import type { Document } from '../document/document.ts';
import { fold } from '../language/fold.ts';

const offices: readonly RegExp[] = [
  /(?:The|the|THE) (?:(?:Crown|CROWN|State|STATE|People|PEOPLE|Commonwealth|Prosecution|Republic|King|KING|Queen)(?: (?:of|OF) \p{Lu}\p{L}+)?)(?= (?:v|vs|V|against|AGAINST|accuses|charges|alleges|says)(?!\p{L}))/u,
  /Ministerio Público|MINISTERIO PÚBLICO/u,
  /(?:Fiscalía|FISCALÍA)(?: (?:Local|LOCAL|Regional|REGIONAL|Centro|Norte|Sur|Oriente|Occidente))?(?: (?:de|del|DE|DEL)(?: (?:la|las|los|el|LA|LAS|LOS))?(?: \p{Lu}[\p{L}\p{M}]+){1,3})?/u,
  /Crown Prosecution Service|Public Prosecutor(?:'s Office)?|Office of the Prosecutor|District Attorney|State Prosecutor/u,
  /(?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Constabulary|CONSTABULARY|Police(?! [Ss]tation)|POLICE(?! STATION))/u,
  /The (?:Crown|State|People|Prosecution)(?!\p{L})/u,
];

/** A public office is called by its whole name, never by a part of it. */
export function isOffice(name: string): boolean {
  return /^(?:crown|state|people|commonwealth|prosecution|republic|king|queen|ministerio publico)\b|fiscalia|constabulary|police|prosecut(?:or|ion)|attorney/u.test(
    fold(name),
  );
}

/** A person who brings the charge: «querellante», «I accuse»; then no office stands for the claimant. */
const privately = /\b(?:querella|querellante|me querello|i accuse|private prosecution)\b/u;

export function isPrivate(text: string): boolean {
  return privately.test(fold(text));
}

/** Who prosecutes where the accusation comes from an office: as it prints the office, else by its language. */
export function prosecutionOf(complaint: Document, text: string): string {
  for (const office of offices) {
    const match = office.exec(text);
    if (match !== null) return match[0].replace(/^(?:the|THE) /iu, '');
  }
  return complaint.language === 'es' ? 'Ministerio Público' : 'Prosecution';
}
