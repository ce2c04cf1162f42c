import type { Document } from '../document/document.ts';
import { fold } from '../language/fold.ts';
import type { CaseFacts, WorkedOut } from './complaint.ts';

const named =
  /complaint|claim|petition|indictment|information|charge|accusation|lawsuit|demanda|querella|acusacion|denuncia|reclamo|libelo/u;
const opening =
  /^(?:\W|proposition|the )*(?:statement of claim|claim|complaint|petition|indictment|information|charge|accusation|proposition|demanda|querella|acusacion|requerimiento|reclamo|denuncia)\b/u;

/** Which document is the complaint: as the case says, by its kind, its name, or its first words. */
export function findComplaint(
  documents: readonly Document[],
  facts: CaseFacts,
): WorkedOut<Document> | null {
  const told = documents.find((document) => document.name === facts.complaint);
  if (told !== undefined) return { value: told, confidence: 'strong', because: 'the case says so' };
  const ranked = documents
    .map((document) => ({ document, points: points(document) }))
    .filter(({ points: found }) => found.length > 0)
    .toSorted((one, other) => other.points.length - one.points.length);
  const [best, second] = ranked;
  if (best === undefined) return null;
  const tied = second !== undefined && second.points.length === best.points.length;
  const confidence = tied ? 'weak' : best.points.length > 1 ? 'strong' : 'fair';
  return { value: best.document, confidence, because: best.points.join(', ') };
}

function points(document: Document): readonly string[] {
  const checks: readonly (readonly [boolean, string])[] = [
    [document.kind === 'complaint', 'it reads like a complaint'],
    [named.test(fold(document.name)) && document.kind !== 'answer', 'its name says so'],
    [opening.test(fold(document.text.slice(0, 80))), 'it opens like one'],
  ];
  return checks.flatMap(([holds, because]) => (holds ? [because] : []));
}
