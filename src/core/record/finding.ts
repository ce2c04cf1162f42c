import type { Language } from '../document/document.ts';

/** What was done to a record, as far as it can be told. */
export type Tampering =
  | 'edited'
  | 'deleted'
  | 'inserted'
  | 'swapped'
  | 'cut'
  | 'not canonical'
  | 'bad signature'
  | 'wrong key'
  | 'text does not match'
  | 'file does not match';

/** A place where a record or a bundle does not hold. */
export type Finding = {
  readonly rule: FindingRule;
  readonly what: Tampering;
  /** 1-based line of `record.jsonl`, or of `texts.jsonl` for RV12 and RV13. */
  readonly line: number | null;
  /** Number of the event, and where several are concerned, of the last of them. */
  readonly seq: number | null;
  readonly through: number | null;
  /** Id of the event, or the name of a file. */
  readonly id: string | null;
  /** Where in the event a text belongs: `data.quote`. */
  readonly path: string | null;
};

type Sentence = readonly [what: Tampering, en: string, es: string];

/** Every rule with its sentences; `{}` marks what a finding fills in. docs/decisions/0006 explains them. */
const rules = {
  RV1: [
    'edited',
    'Line {line} was changed: its content does not have the hash that the chain holds for event {seq}.',
    'La línea {line} fue alterada: su contenido no tiene el hash que la cadena guarda para el evento {seq}.',
  ],
  RV2: [
    'edited',
    'Line {line} was rewritten: event {seq} has a hash of its own, but the events around it hold another.',
    'La línea {line} fue reescrita: el evento {seq} trae un hash propio, pero los eventos vecinos guardan otro.',
  ],
  RV3: [
    'deleted',
    'Events {seq} to {through} are missing before line {line}.',
    'Faltan los eventos {seq} a {through} antes de la línea {line}.',
  ],
  RV4: [
    'inserted',
    'Line {line} was inserted: no event of the chain follows it, nor does it end the chain.',
    'La línea {line} fue insertada: ningún evento de la cadena la sigue ni ella la termina.',
  ],
  RV5: [
    'swapped',
    'Line {line} stands out of order: it holds event {seq}.',
    'La línea {line} está fuera de orden: contiene el evento {seq}.',
  ],
  RV6: [
    'cut',
    'The end is cut off, or lines were added after it: after line {line} no closing head signs event {seq}.',
    'El final está cortado, o se agregaron líneas tras él: después de la línea {line} ninguna firma de cierre cubre el evento {seq}.',
  ],
  RV7: [
    'cut',
    'The record breaks off in the middle of line {line}.',
    'El expediente se interrumpe en medio de la línea {line}.',
  ],
  RV8: [
    'not canonical',
    'Line {line} says what was recorded, but not in its canonical bytes (event {seq}).',
    'La línea {line} dice lo registrado, pero no en su forma canónica de bytes (evento {seq}).',
  ],
  RV9: [
    'bad signature',
    'The signature of line {line} does not hold for event {through}: something from event {seq} on was changed.',
    'La firma de la línea {line} no vale para el evento {through}: algo fue alterado desde el evento {seq}.',
  ],
  RV10: [
    'wrong key',
    'The head at line {line} (event {seq}) is signed by a key that is not the trusted one.',
    'La firma de la línea {line} (evento {seq}) es de una clave que no es la de confianza.',
  ],
  RV11: [
    'wrong key',
    'The head at line {line} (event {seq}) is signed by another key than the closing head.',
    'La firma de la línea {line} (evento {seq}) es de otra clave que la firma de cierre.',
  ],
  RV12: [
    'text does not match',
    'The text at line {line} of texts.jsonl was changed: it belongs to event {seq} ({id}), at {path}.',
    'El texto de la línea {line} de texts.jsonl fue alterado: pertenece al evento {seq} ({id}), en {path}.',
  ],
  RV13: [
    'text does not match',
    'Line {line} of texts.jsonl belongs to no event.',
    'La línea {line} de texts.jsonl no pertenece a ningún evento.',
  ],
  RV14: [
    'file does not match',
    'The file {id} is not there as the manifest names it.',
    'El archivo {id} no está tal como lo nombra el manifiesto.',
  ],
  RV15: [
    'file does not match',
    'No event vouches for the file {id}.',
    'Ningún evento responde por el archivo {id}.',
  ],
  RV16: [
    'file does not match',
    'The manifest does not agree with the record: {path}.',
    'El manifiesto no concuerda con el expediente: {path}.',
  ],
} as const satisfies Record<string, Sentence>;

export type FindingRule = keyof typeof rules;

export function finding(
  rule: FindingRule,
  where: Partial<Pick<Finding, 'line' | 'seq' | 'through' | 'id' | 'path'>>,
): Finding {
  return {
    rule,
    what: rules[rule][0],
    line: where.line ?? null,
    seq: where.seq ?? null,
    through: where.through ?? null,
    id: where.id ?? null,
    path: where.path ?? null,
  };
}

/** The finding as a sentence for a person. */
export function describeFinding(found: Finding, language: Language): string {
  const sentence = rules[found.rule][language === 'es' ? 2 : 1];
  return sentence.replace(/\{(line|seq|through|id|path)\}/g, (_, name: 'line' | 'seq' | 'id') =>
    String(found[name] ?? '?'),
  );
}
