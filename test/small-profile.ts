import type { Language } from '../src/core/document/document.ts';
import type { Cause, EvidenceClass, Profile } from '../src/core/jurisdiction/profile.ts';

/** A class of evidence of the small court. */
const evidenceClass = (
  id: string,
  weight: number,
  kinds: EvidenceClass['kinds'] = [],
): EvidenceClass => ({
  id,
  name: `class of ${id}`,
  weight,
  kinds,
  because: `Because it is ${id}.`,
  law: [],
});

const cause: Cause = {
  id: 'late-delivery',
  matter: 'civil',
  name: 'late delivery',
  names: ['late delivery'],
  law: [{ work: 'small-code', article: '1' }],
  elements: [
    {
      id: 'promise',
      text: '{respondent} promised a date.',
      actor: 'respondent',
      proof: 'speech',
      terms: ['promised', 'date'],
      cuesFor: [{ pattern: 'promised', fires: 'It was promised.', not: 'It rained.' }],
      cuesAgainst: [],
      burden: { produce: 'prosecutor', persuade: 'prosecutor' },
      standard: 'PE',
      law: [{ work: 'small-code', article: '2' }],
      usuallyProvedBy: 'a contract',
    },
  ],
  exceptions: [
    {
      id: 'waiver',
      text: '{claimant} accepted the delay.',
      actor: 'claimant',
      proof: 'speech',
      terms: ['accepted'],
      cuesFor: [],
      cuesAgainst: [],
      burden: { produce: 'defender', persuade: 'defender' },
      standard: 'PE',
      law: [],
      usuallyProvedBy: 'a letter',
    },
  ],
  disposition: {
    granted: '{respondent} pays {claimant}.',
    denied: 'The claim of {claimant} is denied.',
  },
};

/** A whole jurisdiction that fits on a page. */
export function smallProfile(language: Language = 'en'): Profile {
  return {
    id: 'small',
    version: '1',
    name: 'Small Court',
    language,
    works: [{ id: 'small-code', title: 'Small Code', abbreviations: ['SC'], nature: 'substance' }],
    legality: [{ work: 'small-code', article: '1' }],
    standards: [
      { id: 'PE', name: 'preponderance', least: 0.2, margin: 0, contrary: 1, law: [] },
      { id: 'BRD', name: 'no reasonable doubt', least: 0.2, margin: 0.5, contrary: 0.3, law: [] },
    ],
    accrual: 'strongest',
    evidenceClasses: [
      evidenceClass('stipulation', 0.95),
      evidenceClass('private-instrument', 0.75, ['contract']),
      evidenceClass('admission', 0.7, ['admission']),
      evidenceClass('witness', 0.6, ['witness-statement', 'correspondence']),
      evidenceClass('party-word', 0.35),
      evidenceClass('hearsay', 0.25),
      evidenceClass('weak-support', 0.15),
      evidenceClass('other', 0.4, ['other']),
      evidenceClass('pleading', 0, ['complaint', 'answer']),
    ],
    schemes: [
      {
        id: 'document',
        name: 'what a document says',
        variables: [],
        anchors: { least: 1, most: 4 },
        premises: ['The document says so.'],
        questions: [
          { id: 'authentic', asks: 'Is it known who wrote it?', burden: 'proponent' },
          { id: 'contradicted', asks: 'Does other evidence say otherwise?', burden: 'opponent' },
        ],
      },
    ],
    objections: [
      { id: 'relevance', name: 'relevance', against: 'exhibit', law: [] },
      { id: 'foundation', name: 'foundation', against: 'exhibit', law: [] },
      { id: 'leading', name: 'leading question', against: 'question', law: [] },
    ],
    procedures: [
      {
        id: 'civil',
        matter: 'civil',
        name: 'Small civil trial',
        titles: {
          judge: 'Judge',
          prosecutor: 'Claimant’s counsel',
          defender: 'Respondent’s counsel',
          secretary: 'Clerk',
          witness: 'Witness',
        },
        phases: [
          {
            id: 'opening',
            name: 'Opening',
            may: { judge: ['open', 'pass'], secretary: ['appear', 'pass'] },
            order: ['judge', 'secretary'],
            limit: 2,
            law: [],
          },
          {
            id: 'evidence',
            name: 'Evidence',
            may: {
              prosecutor: ['offer', 'examine', 'cross-examine', 'object', 'pass'],
              defender: ['offer', 'examine', 'cross-examine', 'object', 'pass'],
              judge: ['rule'],
              witness: ['answer'],
            },
            order: ['prosecutor', 'defender'],
            limit: 50,
            law: [],
          },
          {
            id: 'argument',
            name: 'Argument',
            may: {
              prosecutor: [
                'state-case',
                'argue',
                'raise-question',
                'answer-question',
                'concede',
                'pass',
              ],
              defender: [
                'state-case',
                'argue',
                'raise-question',
                'answer-question',
                'concede',
                'pass',
              ],
              judge: ['argue', 'raise-question', 'concede', 'pass'],
            },
            order: ['prosecutor', 'defender', 'judge'],
            limit: 50,
            law: [],
          },
          {
            id: 'closing',
            name: 'Closing',
            may: { prosecutor: ['close'], defender: ['close'] },
            order: ['prosecutor', 'defender'],
            limit: 2,
            law: [],
          },
          {
            id: 'deliberation',
            name: 'Deliberation',
            may: { judge: ['deliberate', 'reweigh', 'draft'] },
            order: ['judge'],
            limit: 3,
            law: [],
          },
        ],
      },
    ],
    causes: [cause],
  };
}
