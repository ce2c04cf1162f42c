import { expect, test } from 'vitest';
import { courtroomOf, exhibit, quoting } from '../../../test/courtroom.ts';
import type { Proposal } from './proposal.ts';
import { gate } from './gate.ts';

const text = 'El arrendador prometió reparar el techo. No dijo cuándo. El plazo era de 30 días.';
const paper = exhibit('E1', text);

/** What the gate says in Spanish to a proposal before a courtroom with one paper. */
function says(proposal: Proposal, other = {}): readonly string[] {
  const answer = gate(proposal, courtroomOf([paper], { language: 'es', ...other }));
  return answer.kind === 'refused'
    ? answer.refusals.map((refusal) => refusal.says)
    : answer.support.because;
}

const quote = 'El arrendador prometió reparar el techo.';
const anchor = { source: 'E1', start: 0, end: quote.length, quote };
const proposing = (other: Partial<Proposal> = {}) =>
  quoting('E1', 0, quote, { text: 'El arrendador prometió reparar el techo.', ...other });

test.each<[rule: string, proposal: Proposal, says: string]>([
  ['GT1', proposing({ text: ' ' }), 'Una propuesta debe decir algo.'],
  ['GT1', proposing({ text: 'a'.repeat(4_001) }), 'Aquí caben a lo más 4000 caracteres.'],
  [
    'GT1',
    proposing({ anchors: Array.from({ length: 101 }, () => anchor) }),
    'Una propuesta cita a lo más 100 pasajes.',
  ],
  [
    'GT1',
    proposing({
      bindings: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`v${n}`, 'x'])),
    }),
    'Una propuesta da valor a lo más a 50 variables.',
  ],
  ['GT2', proposing({ scheme: 'azar' }), 'Este tribunal no conoce el esquema «azar».'],
  ['GT2', proposing({ bindings: {} }), 'El esquema «document» requiere un valor para document.'],
  [
    'GT2',
    proposing({ bindings: { document: 'E1', otro: 'x' } }),
    'El esquema «document» no tiene la variable otro.',
  ],
  [
    'GT2',
    proposing({ anchors: [anchor, anchor] }),
    'Dos citas de una misma propuesta no pueden recaer en las mismas palabras.',
  ],
  ['GT3', proposing({ anchors: [] }), 'Lo que se afirma debe fundarse en un pasaje exacto.'],
  ['GT4', proposing({ anchors: [{ ...anchor, source: 'E9' }] }), 'No existe la fuente E9.'],
  [
    'GT5',
    proposing({ anchors: [{ ...anchor, quote: 'El arrendador prometió pintar el techo.' }] }),
    `E1 paper.txt no dice eso a la letra. Lo más cercano: «${text}»`,
  ],
  [
    'GT5',
    proposing({ anchors: [{ ...anchor, quote: '...' }] }),
    'Una cita sin palabras nada cita.',
  ],
  [
    'GT5',
    proposing({ anchors: [{ ...anchor, quote: 'Zarzamora.' }] }),
    'E1 paper.txt no dice eso a la letra.',
  ],
  ['GT7', proposing({ kind: 'law' }), 'E1 paper.txt no es norma.'],
  [
    'GT8',
    proposing({ kind: 'procedural' }),
    'Una intervención de mero trámite no decide ningún punto.',
  ],
  [
    'GT8',
    proposing({ conclusion: { about: 'element', element: 'mora', position: 'proved' } }),
    '«mora» no es un punto de prueba de esta causa.',
  ],
  [
    'GT8',
    proposing({ conclusion: { about: 'statement', statement: 'S7', question: 'authentic' } }),
    'No existe la intervención S7.',
  ],
  [
    'GT8',
    proposing({ conclusion: { about: 'statement', statement: 'S1', question: 'leal' } }),
    'El esquema de S1 no admite la pregunta crítica «leal».',
  ],
])('%s is told in the language of the court', (_rule, proposal, expected) => {
  expect(says(proposal)).toContain(expected);
});

test('GT2 counts the quotes in the language of the court', () => {
  expect(says(proposing({ anchors: [] }))).toContain(
    'El esquema «document» admite de 1 a 4 citas, y no 0.',
  );
});

test('GT1 what has not the shape of a proposal is told in it too', () => {
  const shapeless = { ...proposing(), role: 'público' } as unknown as Proposal;
  expect(says(shapeless)).toEqual([expect.stringMatching(/^Opción inválida/u)]);
});

test.each([
  [{ kind: 'excluded', because: 'es copia.' }, 'E1 paper.txt fue excluido: es copia.'],
  [{ kind: 'filed' }, 'E1 paper.txt no ha sido incorporado.'],
  [{ kind: 'pleading' }, 'E1 paper.txt es un escrito de parte: dice lo que se pide y nada prueba.'],
  [{ kind: 'law', inForce: true, because: '' }, 'E1 paper.txt es norma y no prueba hechos.'],
] as const)('GT7 tells in it why a paper proves nothing: $kind', (standing, expected) => {
  expect(says(proposing(), { source: () => ({ ...paper, standing }) })).toEqual([expected]);
});

test('GT7 tells in it that a heading is no evidence', () => {
  const passages = paper.passages.map((passage) => ({ ...passage, evidential: false }));
  expect(says(proposing(), { source: () => ({ ...paper, passages }) })).toEqual([
    'Ese lugar de E1 paper.txt es un título o encabezado y nada prueba.',
  ]);
});

test('GT9 tells in it who said the same before', () => {
  expect(says(proposing(), { saidBefore: () => 'S3' })).toEqual([
    'S3 ya dijo lo mismo a partir del mismo pasaje.',
  ]);
});

test('GT5 tells in it what no quote may be', () => {
  const long = exhibit('E1', `Uno. ${'x '.repeat(10_001)} Dos. Tres. Tres.`);
  const seek = (words: string) =>
    says(proposing({ anchors: [{ source: 'E1', start: 0, end: 3, quote: words }] }), {
      source: () => long,
    });
  expect(seek('Tres.')).toEqual([
    'E1 paper.txt dice eso en más de un lugar, y no entre las posiciones 0 y 3.',
  ]);
  expect(seek('Uno ... Dos')).toEqual([
    'Las partes de una cita distan entre sí a lo más 20000 caracteres.',
  ]);
  expect(seek(Array.from({ length: 13 }, () => 'x').join(' ... '))).toEqual([
    'Una cita tiene a lo más 12 partes.',
  ]);
});

test.each<[proposal: Partial<Proposal>, says: string]>([
  [{ text: 'La casa es azul.' }, 'Lo dicho casi no comparte palabras con su cita.'],
  [{ text: 'El arrendador prometió reparar 7 techos.' }, 'La cita no menciona 7.'],
  [
    { text: 'El arrendador no prometió reparar el techo.' },
    'Lo dicho y su cita difieren en una negación.',
  ],
  [{ sureness: 'weak' }, 'Quien lo invoca no está seguro de ello.'],
  [
    { anchors: [{ source: 'E1', start: 0, end: quote.length - 3, quote: quote.slice(0, -3) }] },
    'La cita corta una palabra o una cifra.',
  ],
  [
    { anchors: [{ source: 'E1', start: 0, end: text.length, quote: `${quote} ... 30 días.` }] },
    'La cita omite una negación o una excepción.',
  ],
  [
    { anchors: [{ source: 'E1', start: 0, end: text.length, quote: 'El ... días.' }] },
    'La cita omite más de lo que dice.',
  ],
])('weak support is explained in it: %o', (proposal, expected) => {
  expect(says(proposing(proposal))).toContain(expected);
});

test.each([
  [{ anchors: [{ ...anchor, start: 0.5 }] }, 'Una posición en el texto es un número entero.'],
  [{ text: 'mal \uD800' }, 'La mitad de un par sustituto de Unicode no es un carácter.'],
])('GT1 tells in it what the record cannot hold: %o', (proposal, expected) => {
  expect(says(proposing(proposal))).toEqual([expected]);
});
