import type { Document, DocumentKind } from '../document/document.ts';
import { fold } from '../language/fold.ts';
import type { CaseFacts, WorkedOut } from './complaint.ts';
import { nameSource } from './names.ts';
import { openingOf } from './opening.ts';
import type { ComplaintSign } from './reason.ts';

const named =
  /\b(?:complaint|claim|petition|indictment|information|charges?|accusation|lawsuit|proposition|particulars|demanda|querella|acusacion|denuncia|reclamo|libelo|requerimiento)\b/u;
const opening =
  /^(?:\W|proposition|the )*(?:statement of claim|particulars of claim|claim|complaint|petition|indictment|information|charge|accusation|proposition|demanda|querella|acusacion|requerimiento|reclamo|denuncia)\b/u;

/** Kinds that ask nothing of a court, whatever their file is called. */
const neverComplaints: ReadonlySet<DocumentKind> = new Set([
  'answer',
  'contract',
  'norm',
  'invoice',
  'receipt',
  'machine-record',
  'business-record',
  'public-record',
  'medical-record',
  'message-thread',
  'expert-report',
]);

/**
 * Which document is the complaint: as the case says, by its kind, its name, or its first words; where none
 * shows itself so, the paper that most asks a court for something, accuses or states a proposition.
 */
export function findComplaint(
  documents: readonly Document[],
  facts: CaseFacts,
): WorkedOut<Document> | null {
  const told = documents.find((document) => document.name === facts.complaint);
  if (told !== undefined) return { value: told, confidence: 'strong', because: { why: 'told' } };
  const ranked = documents
    .map((document) => ({ document, points: points(document), asks: asking(document) }))
    .filter(({ points: found }) => found.length > 0)
    .toSorted(
      (one, other) =>
        other.points.length - one.points.length || other.asks.length - one.asks.length,
    );
  const [best, second] = ranked;
  if (best === undefined) return likeliest(documents);
  const tied = second !== undefined && second.points.length === best.points.length;
  const confidence = tied ? 'weak' : best.points.length > 1 ? 'strong' : 'fair';
  return { value: best.document, confidence, because: { why: 'signs', signs: best.points } };
}

function points(document: Document): readonly ComplaintSign[] {
  const name = fold(document.name).replace(/[^a-z0-9]+/gu, ' ');
  const mayBe = !neverComplaints.has(document.kind);
  const checks: readonly (readonly [boolean, ComplaintSign])[] = [
    [document.kind === 'complaint', 'kind'],
    [mayBe && named.test(name), 'name'],
    [mayBe && opening.test(fold(document.text.slice(0, 80))), 'opening'],
  ];
  return holding(checks);
}

/** What is asked, of whom, and of what somebody is accused; each counts once. */
const requests: readonly (readonly [RegExp, ComplaintSign])[] = [
  [
    /\b(?:ask|asks|asking|request|requests|pray|prays|beg|urge|apply|applies|appeal)\b[^.\n]{0,60}\b(?:court|tribunal|judge|arbit\w+|registrar|panel|board|committee|magistrate|ombudsman)\b|\b(?:pido|pide|pedimos|solicito|solicita|solicitamos|ruego|rogamos|suplico)\b[^.\n]{0,60}\b(?:us|s\.?s|usia|tribunal|juez|jueza|juzgado|arbitr\w+|magistrad[oa]|corte)\b/u,
    'request',
  ],
  [
    /\b(?:i|we)(?:, [^.\n]{1,40},)? (?:accuse|sue|complain|charge|report)\b|\b(?:accuses|charges|sues) (?:\S+ ){1,4}(?:of|with|for)\b|\bcomplains (?:of|about|that)\b|\bclaims? [^.\n]{0,30} from\b|\bdemands judgment\b|\bacusacion (?:en )?contra\b|\bformaliza a\b|\b(?:is|are|stands) (?:hereby )?(?:charged with|accused of)\b|\b(?:acuso|denuncio|demando|me querello|vengo en (?:deducir|interponer|denunciar|acusar)|acusa a|se acusa a)\b/u,
    'accusation',
  ],
  [
    /\bthe proposition is\b|\bla proposicion es\b|\b(?:contract|market|bet|apuesta|mercado|contrato) [^.\n]{0,60}\b(?:should|must|debe|debio|debia) (?:have )?(?:resolve\w*|settle\w*|been? (?:resolved|settled|read)|resolver\w*|liquidar\w*)/u,
    'proposition',
  ],
];
/** What one asks of the other side in any letter, and of a court where the letter goes there. */
const redress =
  /\b(?:i|we) (?:want|demand|insist|ask|claim|seek|would like)\b[^.\n]{0,40}\b(?:my money|back|refund|compensat\w*|damages|paid|pay|punished|justice)\b|\b(?:quiero|exijo|reclamo|exigimos|queremos)\b[^.\n]{0,40}\b(?:dinero|plata|devuelv\w*|devolu\w*|pague\w*|indemni\w*|justicia|castig\w*|respond\w*)\b/u;
/** To whom a paper is written; of itself it asks nothing. */
const addressed =
  /^[\s\S]{0,300}?\b(?:(?:the|to|dear) (?:court|tribunal|registrar|judge|arbitrator|arbiter|panel|committee|magistrate)|(?:\w+ ){0,3}court\b|s\. ?j\. ?l|juzgado|tribunal|senor juez|senora jueza|arbitr[oa])\b/u;
const readAtMost = 20_000;

function asking(document: Document): readonly ComplaintSign[] {
  const text = fold(document.text.slice(0, readAtMost));
  const checks: readonly (readonly [boolean, ComplaintSign])[] = [
    ...requests.map(([expression, sign]) => [expression.test(text), sign] as const),
    [redress.test(text) && addressed.test(text), 'redress'],
    [
      mayCarryCaption.has(document.kind) && caption.test(openingOf(document, captionLength)),
      'caption',
    ],
  ];
  return holding(checks);
}

function holding(checks: readonly (readonly [boolean, ComplaintSign])[]): readonly ComplaintSign[] {
  return checks.flatMap(([holds, sign]) => (holds ? [sign] : []));
}

/** Statements, reports and transcripts carry the caption of the case too, and ask nothing. */
const mayCarryCaption: ReadonlySet<DocumentKind> = new Set([
  'complaint',
  'correspondence',
  'other',
]);
const captionLength = 400;
const caption = new RegExp(
  `^\\W{0,4}${nameSource}(?:, [^,\\n]{1,40}| \\([^)\\n]{1,40}\\)){0,2},? (?:v|vs|versus|against|contra|con|V|VS|CONTRA)\\.? |^\\W{0,4}(?:Claimants?|Plaintiffs?|Complainants?|Demandantes?|Querellantes?|CLAIMANTS?|PLAINTIFFS?|DEMANDANTES?) ?: `,
  'mu',
);

/** The first of the papers that ask most; none where none asks. */
function likeliest(documents: readonly Document[]): WorkedOut<Document> | null {
  const [best] = documents
    .filter(({ kind }) => !neverComplaints.has(kind))
    .map((document) => ({ document, asks: asking(document) }))
    .filter(({ asks }) => asks.length > 0)
    .toSorted((one, other) => other.asks.length - one.asks.length);
  if (best === undefined) return null;
  return { value: best.document, confidence: 'weak', because: { why: 'signs', signs: best.asks } };
}
