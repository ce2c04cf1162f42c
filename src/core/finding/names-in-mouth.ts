import type { Aliases } from '../complaint/complaint.ts';
import { namesOf } from '../complaint/identify-cause.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { indexNames, type NameIndex } from '../language/entities.ts';
import type { PartySide } from './finding.ts';

const firstPerson = ['I', 'we', 'my', 'our', 'me', 'us', 'yo', 'nosotros', 'mi', 'nos'];
const secondPerson = ['you', 'your', 'usted', 'ustedes', 'tu', 'vos', 'su'];
const thirdPerson = ['he', 'she', 'they', 'él', 'ella', 'ellos', 'him', 'her', 'his'];

/** The same for one case, each made once. */
export function mouthsOf(aliases: Aliases): NamesInMouth {
  const known = new Map<string, NameIndex>();
  return (actor, speaker) => {
    const key = `${actor} ${speaker}`;
    const names = known.get(key) ?? namesInMouth(aliases, actor, speaker);
    known.set(key, names);
    return names;
  };
}

export type NamesInMouth = (actor: Element['actor'], speaker: PartySide | null) => NameIndex;

/** The names of actor and other side as this speaker uses them: «I» for oneself, «you» and «he» for the other. */
function namesInMouth(
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
