import type { Language } from '../document/document.ts';
import type { Stemmer } from './stems.ts';
import { words } from './words.ts';

/** A meaning that several words share; `sign` -1 says the opposite of the meaning. */
export type Concept = { readonly name: string; readonly sign: 1 | -1 };

/** Gives the concept of a stem, if it has one. */
export type Concepts = ReadonlyMap<string, Concept>;

/** Words of everyday disputes that mean the same; after `/` those that mean the opposite. */
const groups: Readonly<Record<Language, string>> = {
  en: `
hit: hit strike punch slap beat kick blow knock attack assault fist swing thump
injury: injury injured hurt wound bleed fracture bruise swelling broken
pay: pay payment transfer deposit settle wire remit credit / unpaid owe outstanding overdue arrears
deliver: deliver delivery ship dispatch supply
arrive: arrive arrival reach receive receipt get
take: take steal remove theft pocket
buy: buy purchase acquire
finish: finish complete completion done ready end / unfinished incomplete
late: late delay delayed overdue behind / punctual timely
work: work run running function operate / fail failure break fault defect defective faulty breakdown malfunction
repair: repair fix mend restore
permit: permission consent authorise authorize allow permit approve authorisation authorization approval / unauthorised forbid prohibit
promise: promise undertake guarantee assure commit represent representation misrepresent confirm
rely: rely reliance trust depend count
agree: agree agreement contract sign deal bargain
cancel: cancel terminate termination rescind
close: close shut closed closure / open opened
lose: lose loss lost missing miss disappear
lie: lie deceive deception mislead false falsely untrue fake
know: know aware knowledge realise realize
own: own owner belong property
damage: damage destroy break wreck scratch dent ruin crack / intact undamaged
threaten: threaten threat menace
advice: advice advise whisper hint
order: order commission request book
refund: refund reimburse repay
say: tell state remark mention announce
keep: keep retain withhold / return
speak: speak talk converse
enter: enter entry
install: install installation fit fitted mount
build: build construct construction erect
dismiss: dismiss dismissal fire sack
rent: rent lease tenancy
sell: sell sale
read: read
money: money sum amount price cost fee balance`,
  es: `
golpear: golpear golpe pegar agredir atacar puñetazo patada golpiza
lesion: lesion lesionar herida herir fractura contusion hematoma dolor sangrar
pagar: pagar pago abonar abono transferir transferencia depositar cancelar / impago adeudar deber mora moroso
entregar: entregar entrega despachar despacho enviar envio
recibir: recibir llegar llegada
tomar: tomar sustraer robar robo hurtar hurto llevar apropiar
comprar: comprar compra adquirir
terminar: terminar concluir finalizar acabar completar / inconcluso incompleto
tarde: atraso atrasar retraso retrasar demora tarde
funcionar: funcionar operar / fallar falla defecto defectuoso avería
reparar: reparar arreglar reparacion
permiso: permiso autorizacion autorizar consentimiento consentir aprobar acuerdo acordar
prometer: prometer garantizar asegurar comprometer confirmar
confiar: confiar confianza
contrato: contrato convenir pactar firmar
cambiar: cambiar cambio reemplazar
perder: perder perdida extraviar desaparecer / encontrar guardar guardado
engañar: engañar engaño mentir mentira falso falsamente estafar
saber: saber conocer
dueño: dueño propietario pertenecer
daño: daño dañar romper destruir destrozar
amenazar: amenazar amenaza
vender: vender venta
arrendar: arrendar arriendo arrendamiento
subarrendar: subarrendar subarriendo
devolver: devolver reembolsar devolucion
renta: renta alquiler canon
entrar: entrar ingresar ingreso
instalar: instalar instalacion
despedir: despedir despido
dinero: dinero monto suma precio plata
perjuicio: perjuicio daño pérdida`,
};

export function conceptsOf(language: Language, stem: Stemmer): Concepts {
  const table = new Map<string, Concept>();
  for (const line of groups[language].trim().split('\n')) {
    const [name = '', rest = ''] = line.split(':');
    for (const [side, list] of rest.split('/').entries()) {
      for (const word of words(list)) {
        const key = stem(word);
        if (!table.has(key)) table.set(key, { name: `~${name}`, sign: side === 0 ? 1 : -1 });
      }
    }
  }
  return table;
}
