import type { Case } from '../core/case/case.ts';
import { languageOfCase } from '../core/case/language-of-case.ts';
import { actName } from '../core/hearing/act-words.ts';
import type { Refusal } from '../core/refusal.ts';

/** What was refused, and in which phase. */
type Refused = { readonly act: string; readonly phase: string };

type Word = (refused: Refused) => string;

/** The rules of the hearing, of the case and of moves; the gate words its own refusals. */
const spanish: ReadonlyMap<string, Word> = new Map<string, Word>([
  ['HR1', ({ act }) => `El estado de la audiencia no permite ${act}.`],
  ['HR2', ({ act }) => `No tiene el turno: ahora no le corresponde ${act}.`],
  ['HR3', ({ act, phase }) => `En la etapa «${phase}» no le corresponde ${act}.`],
  ['HR4', ({ act }) => `Nada hay ahora que permita ${act}, o antes debe resolverse lo pendiente.`],
  ['HR5', ({ act }) => `Antes de ${act} debe cumplir el trámite propio de la etapa.`],
  ['HR6', () => 'Ya hizo esto en la etapa, o agotó las actuaciones que se le permiten.'],
  ['HR7', () => 'Solo una persona en el puesto de juez firma o rechaza un proyecto.'],
  [
    'HR8',
    () => 'Cada parte alega a su favor, y un testigo relata hechos sin discutir lo dicho por otro.',
  ],
  ['HR9', () => 'Un testigo responde únicamente desde su propia declaración, que obra en autos.'],
  ['CA1', () => 'Esta causa aún no tiene tribunal.'],
  ['CA2', () => 'No existe ese antecedente o esa pregunta, o ya no admite esa actuación.'],
  ['CA3', () => 'Ese antecedente ya fue ofrecido o resuelto: no puede ofrecerse.'],
  ['CA4', () => 'Esta jurisdicción no contempla esa causal de objeción.'],
  [
    'CA5',
    () => 'Eso no es punto de prueba de la causa, o la pregunta crítica no procede o ya se hizo.',
  ],
  ['CA6', () => 'Un agente hace una pregunta crítica solo con un pasaje que la justifique.'],
  [
    'CA7',
    () =>
      'Solo una persona en el puesto de juez resuelve de un modo distinto al de las reglas de prueba.',
  ],
  ['CA8', () => 'Solo una persona reconoce un punto, y solo por la parte cuyo puesto ocupa.'],
  [
    'CA9',
    () =>
      'Un agente habla con palabras propias: lo que está en un antecedente se cita con su lugar, y las notas reservadas no se leen.',
  ],
  ['CA10', () => 'Ese pasaje da órdenes al tribunal: un agente no funda nada en él.'],
  ['CA11', () => 'Solo una persona en el puesto de juez modifica un peso.'],
  ['CA12', () => 'Esa intervención no tiene un peso que pueda modificarse.'],
  ['CA13', () => 'Un peso va de 0 a 1, y el nuevo debe ser distinto del anterior.'],
  [
    'CA14',
    () => 'Quien firma o rechaza un proyecto se identifica con su nombre, en una sola línea.',
  ],
  ['MV1', () => 'La respuesta no contiene una sola actuación reconocible.'],
  ['MV2', () => 'Falta algo que la actuación requiere, o no es de la clase debida.'],
  ['MV3', () => 'La respuesta contiene más de lo que la actuación admite.'],
  ['MV4', () => 'Algo en la respuesta es demasiado largo o excesivo.'],
  ['MV5', () => 'Un texto de la respuesta no es Unicode bien formado.'],
  ['MV6', () => 'La fuente no tiene el pasaje que se indica.'],
  ['MV7', () => 'La actuación elegida no le corresponde ahora.'],
  ['MV8', () => 'Es la misma actuación que acaba de rechazarse.'],
]);

/** A refusal in the language of the court. */
export function wordedRefusal(
  { constitution, hearing }: Pick<Case, 'constitution' | 'hearing'>,
  act: string,
  refusal: Refusal,
): Refusal {
  const language = languageOfCase({ constitution });
  const word = language === 'es' ? spanish.get(refusal.rule) : undefined;
  if (word === undefined) return refusal;
  const procedure = constitution?.procedure;
  const at = hearing.state === 'in-session' ? hearing.phase : -1;
  const says = word({
    act: actName(language, act),
    phase: procedure?.phases[at]?.name ?? '',
  });
  return { ...refusal, says };
}
