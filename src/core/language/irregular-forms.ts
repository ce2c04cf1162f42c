import type { Language } from '../document/document.ts';

const english = `
be: is was were are been am being
begin: began begun; break: broke broken; bring: brought; build: built; burn: burnt; buy: bought; catch: caught
choose: chose chosen; come: came; deal: dealt; draw: drew drawn; drive: drove driven; do: did does done; eat: ate eaten
fall: fell fallen; feel: felt; fight: fought; find: found; fly: flew flown; forget: forgot forgotten; get: got gotten
give: gave given; go: went gone; grow: grew grown; have: has had; hear: heard; hide: hid hidden; hold: held; keep: kept
know: knew known; lead: led; leave: left; lend: lent; lie: lying lied; lose: lost; make: made; mean: meant; meet: met
pay: paid; ride: rode ridden; rise: rose risen; run: ran; say: said says; see: saw seen; seek: sought; sell: sold; send: sent
shake: shook shaken; shoot: shot; show: shown; sleep: slept; speak: spoke spoken; spend: spent; stand: stood
steal: stole stolen; strike: struck stricken; swear: swore sworn; swing: swung; take: took taken; teach: taught; tear: tore torn
tell: told; think: thought; throw: threw thrown; understand: understood; wake: woke woken; wear: wore worn; win: won
withdraw: withdrew withdrawn; write: wrote written; bite: bit bitten; bleed: bled; stick: stuck; slide: slid; spill: spilt`;

const spanish = `
decir: dijo dije dijeron dicho dice dicen digo; hacer: hizo hice hicieron hecho hace; poner: puso puse pusieron puesto
venir: vino vine vinieron viene; tener: tuvo tuve tuvieron tiene tengo; poder: pudo pude pudieron puede puedo
querer: quiso quise quisieron quiere quiero; saber: supo supe supieron se; traer: trajo traje trajeron
dar: dio di dieron da doy; ver: vi vio vieron visto veo; caer: cayo cai cayeron caido; oir: oyo oi oyeron
pedir: pidio pidieron pide pido; romper: rompio rompi roto rota rotas rotos; abrir: abierto abierta; escribir: escrito escrita
morir: murio muerto; volver: volvio volvi vuelto; mentir: mintio miente; seguir: siguio sigue; perder: perdio perdi pierde
conducir: condujo conduje; reconocer: reconozco reconoce; entender: entiende entiendo; sentir: sintio senti siente
pagar: pague; entregar: entregue; llegar: llegue; pegar: pegue; golpear: golpee; negar: niego niega niegan negue
cerrar: cierra cierro cerre; despedir: despidio despide; servir: sirvio sirve; devolver: devolvi devolvio devuelto; huir: huyo`;

/** Irregular forms of common verbs, folded, each with its infinitive. */
export const irregularForms: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: table(english),
  es: table(spanish),
};

function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(/(\p{L}+): ([\p{L} ]+)/gu)).flatMap(
      ([, infinitive = '', forms = '']) =>
        forms.split(' ').map((form) => [form, infinitive] as const),
    ),
  );
}
