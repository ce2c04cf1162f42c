import { z } from 'zod';
import { documentKinds } from '../document/document.ts';
import { seats } from '../gate/proposal.ts';
import { compileCue } from '../language/cue-pattern.ts';
import { acts } from './profile.ts';

/*
 * The shape of each file of a jurisdiction. Unknown keys are refused everywhere, so that a slip of the
 * pen is found instead of ignored. What one part says of another is checked in profile-rules.ts.
 */

const id = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/u, 'an id has letters, digits and hyphens');
const sentence = z.string().trim().min(1, 'it may not be empty');
const share = z.number().min(0).max(1);

/** `codigo-penal 456 bis A`: a work, a space, the article as the work numbers it. */
const lawReference = z.string().transform((written, context) => {
  const space = written.indexOf(' ');
  const article = written.slice(space + 1).trim();
  if (space > 0 && article !== '') return { work: written.slice(0, space), article };
  context.addIssue({
    code: 'custom',
    message: 'a reference names a work and an article, as in «civil-code 12»',
  });
  return z.NEVER;
});
const law = z.array(lawReference);
const restsOnLaw = law.min(1, 'it must rest on an article of law');

const side = z.enum(['prosecutor', 'defender']);
const matter = z.enum(['civil', 'criminal']);
const perSeat = <Value extends z.ZodType>(value: Value) =>
  z.strictObject(
    Object.fromEntries(seats.map((seat) => [seat, value])) as Record<(typeof seats)[number], Value>,
  );

export const profileFile = z.strictObject({
  id,
  version: sentence,
  name: sentence,
  language: z.enum(['en', 'es']),
  accrual: z.enum(['strongest', 'independent']),
  works: z
    .array(
      z.strictObject({
        id,
        title: sentence,
        abbreviations: z.array(sentence),
        nature: z.enum(['substance', 'procedure', 'penal']),
      }),
    )
    .min(1),
  legality: law.default([]),
  standards: z
    .array(
      z.strictObject({
        id,
        name: sentence,
        least: share,
        margin: share,
        contrary: share,
        law: restsOnLaw,
      }),
    )
    .min(1),
  objections: z
    .array(
      z.strictObject({
        id,
        name: sentence,
        against: z.enum(['exhibit', 'question', 'statement']),
        law: restsOnLaw,
      }),
    )
    .min(1),
});

export const evidenceFile = z.strictObject({
  classes: z
    .array(
      z.strictObject({
        id,
        name: sentence,
        weight: share,
        kinds: z.array(z.enum(documentKinds)),
        because: sentence,
        law: restsOnLaw,
      }),
    )
    .min(1),
});

const anchors = z
  .strictObject({ least: z.int().min(0), most: z.int().min(0) })
  .refine(({ least, most }) => least <= most, 'the fewest anchors are more than the most');

export const schemesFile = z.strictObject({
  schemes: z
    .array(
      z.strictObject({
        id,
        name: sentence,
        variables: z.array(id),
        anchors,
        premises: z.array(sentence),
        questions: z.array(
          z.strictObject({ id, asks: sentence, burden: z.enum(['proponent', 'opponent']) }),
        ),
      }),
    )
    .min(1),
});

export const proceduresFile = z.strictObject({
  procedures: z
    .array(
      z.strictObject({
        id,
        matter,
        name: sentence,
        titles: perSeat(sentence),
        phases: z
          .array(
            z.strictObject({
              id,
              name: sentence,
              may: z.partialRecord(z.enum(seats), z.array(z.enum(acts)).min(1)),
              order: z.array(z.enum(seats)).min(1),
              limit: z.int().min(1),
              law: restsOnLaw,
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

const pattern = sentence.superRefine((written, context) => {
  const compilation = compileCue(written);
  if (compilation.kind === 'broken')
    context.addIssue({ code: 'custom', message: compilation.says });
});
const cue = z.strictObject({ pattern, fires: sentence, not: sentence });

/** Cues that many elements share, by name. */
export const cuesFile = z.strictObject({ groups: z.record(id, z.array(cue).min(1)) });

const element = z.strictObject({
  id,
  text: sentence,
  actor: z.enum(['claimant', 'respondent', 'anyone']),
  proof: z.enum(['speech', 'act', 'state', 'amount', 'norm', 'time']),
  terms: z.array(sentence).min(1),
  cuesFor: z.array(cue).default([]),
  cuesAgainst: z.array(cue).default([]),
  /** Names of shared cues that are added to the element's own. */
  cueGroups: z
    .strictObject({ for: z.array(id).default([]), against: z.array(id).default([]) })
    .default({ for: [], against: [] }),
  burden: z.strictObject({ produce: side, persuade: side }),
  standard: id,
  law: restsOnLaw,
  usuallyProvedBy: sentence,
});
export type ElementSource = z.infer<typeof element>;

/** Elements that many causes share; an entry `like: name` in a cause takes over what it does not say itself. */
export const elementsFile = z.strictObject({
  shared: z.record(id, z.record(z.string(), z.unknown())),
});

export const causeFile = z.strictObject({
  id,
  matter,
  name: sentence,
  names: z.array(pattern).min(1),
  law: restsOnLaw,
  elements: z.array(element).min(1),
  exceptions: z.array(element),
  disposition: z.strictObject({ granted: sentence, denied: sentence }),
});
