import type { Refusal } from '../refusal.ts';
import { refusalAt, type ProfileDocument } from './profile-document.ts';
import type { Cause, Cue, Element } from './profile.ts';
import { causeFile, type ElementSource } from './schema.ts';

/** What causes share, and the names of what was used. */
export type Libraries = {
  readonly cues: Readonly<Record<string, readonly Cue[]>>;
  readonly elements: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly used: Set<string>;
};

export type JoinedCause =
  | { readonly kind: 'joined'; readonly cause: Cause }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

type Part = 'elements' | 'exceptions';

/**
 * One cause with its shared elements and cues written out.
 *
 * Refusals: PR2 it has not its shape; PR15 it names a shared element or cue group that there is not;
 * PR17 its id is not the name of its file.
 */
export function joinCause(document: ProfileDocument, libraries: Libraries): JoinedCause {
  const refusals: Refusal[] = [];
  const data = withSharedElements(document, libraries, refusals);
  const { value, refusals: faults } = document.shape(causeFile, data);
  refusals.push(...faults);
  if (value === undefined) return { kind: 'refused', refusals };

  if (document.name !== `causes/${value.id}.yaml`) {
    const says = `the id «${value.id}» is not the name of the file.`;
    refusals.push(refusalAt('PR17', document.name, document.line(['id']), says));
  }
  const written = (part: Part) =>
    value[part].map((element, index): Element => {
      const { cueGroups, ...own } = element;
      const shared = (groups: keyof ElementSource['cueGroups']) =>
        cueGroups[groups].flatMap((name, at) => {
          libraries.used.add(`cues ${name}`);
          const found = Object.hasOwn(libraries.cues, name) ? libraries.cues[name] : undefined;
          if (found === undefined) {
            const line = document.line([part, index, 'cueGroups', groups, at]);
            const says = `there is no group of cues «${name}».`;
            refusals.push(refusalAt('PR15', document.name, line, says));
          }
          return found ?? [];
        });
      return {
        ...own,
        cuesFor: [...own.cuesFor, ...shared('for')],
        cuesAgainst: [...own.cuesAgainst, ...shared('against')],
      };
    });
  const cause = { ...value, elements: written('elements'), exceptions: written('exceptions') };
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'joined', cause };
}

/** Entries `like: name` take over what they do not say themselves. */
function withSharedElements(
  document: ProfileDocument,
  libraries: Libraries,
  refusals: Refusal[],
): unknown {
  const { data } = document;
  if (!isRecord(data)) return data;
  const merged = (part: Part): Readonly<Record<string, unknown>> => {
    const entries = data[part];
    if (!Array.isArray(entries)) return {};
    return {
      [part]: entries.map((entry: unknown, index) => {
        if (!isRecord(entry) || typeof entry['like'] !== 'string') return entry;
        const { like: name, ...own } = entry;
        libraries.used.add(`element ${String(name)}`);
        const shared = Object.hasOwn(libraries.elements, name)
          ? libraries.elements[name]
          : undefined;
        if (shared === undefined) {
          const line = document.line([part, index, 'like']);
          const says = `there is no shared element «${String(name)}».`;
          refusals.push(refusalAt('PR15', document.name, line, says));
        }
        return { ...shared, ...own };
      }),
    };
  };
  return { ...data, ...merged('elements'), ...merged('exceptions') };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
