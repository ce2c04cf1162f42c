import type { z } from 'zod';
import type { Refusal } from '../refusal.ts';
import { joinCause, type Libraries } from './join-cause.ts';
import type { Cause, Profile } from './profile.ts';
import {
  readDocument,
  refusalAt,
  type ProfileDocument,
  type ProfileFile,
} from './profile-document.ts';
import { profileRules } from './profile-rules.ts';
import * as schema from './schema.ts';

export type ReadProfile =
  | { readonly kind: 'read'; readonly profile: Profile }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const wanted = ['profile', 'evidence', 'schemes', 'procedures', 'cues', 'elements'] as const;
const causeName = /^causes\/[a-z0-9-]+\.yaml$/u;

/**
 * Reads the files of a jurisdiction and joins them into one profile, or says of each fault the file,
 * the line and the reason.
 *
 * Refusals: PR1 a file is no YAML that is read here; PR2 a file has not its shape; PR3 a file is
 * missing or has no place here; PR15 to PR17 see join-cause.ts; the others see profile-rules.ts.
 */
export function readProfile(files: readonly ProfileFile[]): ReadProfile {
  const refusals: Refusal[] = [...misplaced(files)];
  const read = (file: ProfileFile): ProfileDocument => {
    const { document, refusals: faults } = readDocument(file);
    refusals.push(...faults);
    return document;
  };
  const single = (name: (typeof wanted)[number]) =>
    read(files.find((file) => file.name === `${name}.yaml`) ?? { name: `${name}.yaml`, text: '' });
  const documents = {
    profile: single('profile'),
    evidence: single('evidence'),
    schemes: single('schemes'),
    procedures: single('procedures'),
    cues: single('cues'),
    elements: single('elements'),
  };
  const causeDocuments = files
    .filter(({ name }) => causeName.test(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(read);
  if (refusals.length > 0) return { kind: 'refused', refusals };

  const profile = shaped(documents.profile, schema.profileFile, refusals);
  const evidence = shaped(documents.evidence, schema.evidenceFile, refusals);
  const schemes = shaped(documents.schemes, schema.schemesFile, refusals);
  const procedures = shaped(documents.procedures, schema.proceduresFile, refusals);
  const cues = shaped(documents.cues, schema.cuesFile, refusals);
  const elements = shaped(documents.elements, schema.elementsFile, refusals);
  if (!profile || !evidence || !schemes || !procedures || !cues || !elements) {
    return { kind: 'refused', refusals };
  }

  const libraries: Libraries = { cues: cues.groups, elements: elements.shared, used: new Set() };
  const causes: Cause[] = [];
  for (const document of causeDocuments) {
    const joined = joinCause(document, libraries);
    if (joined.kind === 'refused') refusals.push(...joined.refusals);
    else causes.push(joined.cause);
  }
  if (refusals.length > 0) return { kind: 'refused', refusals };

  const { classes: evidenceClasses } = evidence;
  const whole: Profile = { ...profile, evidenceClasses, ...schemes, ...procedures, causes };
  const everyDocument = [...Object.values(documents), ...causeDocuments];
  for (const rule of profileRules) {
    for (const finding of rule(whole, libraries)) {
      const places = everyDocument.filter(({ name }) => name === finding.file);
      refusals.push(
        ...places.map((document) =>
          refusalAt(finding.rule, document.name, document.line(finding.path), finding.says),
        ),
      );
    }
  }
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'read', profile: whole };
}

/** PR3: the six files and the causes, nothing else, none of them twice. */
function misplaced(files: readonly ProfileFile[]): readonly Refusal[] {
  const names = files.map(({ name }) => name);
  const known: readonly string[] = wanted.map((name) => `${name}.yaml`);
  const missing = known.filter((name) => !names.includes(name));
  const foreign = names.filter((name) => !known.includes(name) && !causeName.test(name));
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  return [
    ...missing.map((name) => refusalAt('PR3', name, 1, 'the file is missing.')),
    ...foreign.map((name) => refusalAt('PR3', name, 1, 'no such file belongs to a jurisdiction.')),
    ...twice.map((name) => refusalAt('PR3', name, 1, 'the file was given twice.')),
  ];
}

function shaped<Schema extends z.ZodType>(
  document: ProfileDocument,
  wantedShape: Schema,
  refusals: Refusal[],
): z.output<Schema> | undefined {
  const { value, refusals: faults } = document.shape(wantedShape, document.data);
  refusals.push(...faults);
  return value;
}
