import type { Aliases, Parties } from '../../core/complaint/complaint.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Side } from '../../core/gate/proposal.ts';
import type { Matter } from '../../core/jurisdiction/profile.ts';
import type { CasePage, PartyRole } from '../../core/case/case-page.ts';
import { sideOfRole } from './facts-of-page.ts';
import type { IntakeWords } from './intake-words.ts';

/** What the case is called where nobody says it. */
export function captionOf(
  { claimant, respondent }: Parties,
  matter: Matter,
  words: IntakeWords,
): string {
  const [one] = claimant;
  const [other] = respondent;
  return one === undefined && other === undefined
    ? words.unknownCaption
    : words.versus(matter, one ?? '?', other ?? '?');
}

/** What the two sides are to each other. */
const roles: Readonly<Record<Matter, Readonly<Record<Side, PartyRole>>>> = {
  civil: { prosecutor: 'claimant', defender: 'respondent' },
  criminal: { prosecutor: 'prosecution', defender: 'accused' },
};

/** The parties as the page lists them, else as the complaint was read. */
export function partyEvents(
  page: CasePage,
  read: Parties,
  aliases: Aliases,
  matter: Matter,
): readonly CaseEvent[] {
  const prose = (names: readonly string[]) => names.map((name) => ({ prose: name }));
  if (page.parties !== undefined) {
    return page.parties.map(({ id, role, name, aliases: others }) => ({
      type: 'party-joined',
      data: {
        party: id,
        side: sideOfRole[role],
        role,
        name: { prose: name },
        aliases: prose(widened(page, id, aliases) ?? others),
      },
    }));
  }
  const side = (party: string, of: Side, names: readonly string[], known: readonly string[]) =>
    names.slice(0, 1).map((name): CaseEvent => ({
      type: 'party-joined',
      data: {
        party,
        side: of,
        role: roles[matter][of],
        name: { prose: name },
        aliases: prose(known),
      },
    }));
  return [
    ...side('P1', 'prosecutor', read.claimant, aliases.claimant),
    ...side('P2', 'defender', read.respondent, aliases.respondent),
  ];
}

/** The first party of a side goes by every name that was found for the side. */
function widened(page: CasePage, id: string, aliases: Aliases): readonly string[] | undefined {
  const first = (side: Side) => page.parties?.find(({ role }) => sideOfRole[role] === side)?.id;
  if (first('prosecutor') === id) return aliases.claimant;
  return first('defender') === id ? aliases.respondent : undefined;
}

/** Puts the parties' names where an element speaks of `{claimant}` and `{respondent}`. */
export function fillNames(read: Parties, page: CasePage, matter: Matter, words: IntakeWords) {
  const nameOf = (side: Side, known: readonly string[]) =>
    page.parties?.find(({ role }) => sideOfRole[role] === side)?.name ??
    known[0] ??
    words.side[matter][side];
  const claimant = nameOf('prosecutor', read.claimant);
  const respondent = nameOf('defender', read.respondent);
  return (text: string) =>
    text
      .replaceAll('{claimant}', claimant)
      .replaceAll('{respondent}', respondent)
      .replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
