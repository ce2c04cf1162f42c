import type { Aliases } from '../complaint/complaint.ts';
import { namesOf } from '../complaint/identify-cause.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { indexNames, type NameIndex } from '../language/entities.ts';
import type { PartySide } from './finding.ts';

const firstPerson = ['I', 'we', 'my', 'our', 'me', 'us', 'yo', 'nosotros', 'mi', 'nos'];
const secondPerson = ['you', 'your', 'usted', 'ustedes', 'tu', 'vos', 'su'];
const thirdPerson = ['he', 'she', 'they', 'él', 'ella', 'ellos', 'him', 'her', 'his'];

/** The names of actor and other side as this speaker uses them: «I» for oneself, «you» and «he» for the other. */
export function namesInMouth(
  aliases: Aliases,
  actor: Element['actor'],
  speaker: PartySide | null,
): NameIndex {
  const names = namesOf(aliases, actor);
  if (speaker === null)
    return indexNames({ actor: [...names.actor, ...thirdPerson], other: names.other });
  if (actor === 'anyone') {
    return indexNames({
      actor: [...names.actor, ...firstPerson, ...thirdPerson],
      other: [...names.other, ...firstPerson],
    });
  }
  const away = [...secondPerson, ...thirdPerson];
  return speaker === actor
    ? indexNames({ actor: [...names.actor, ...firstPerson], other: [...names.other, ...away] })
    : indexNames({ actor: [...names.actor, ...away], other: [...names.other, ...firstPerson] });
}
