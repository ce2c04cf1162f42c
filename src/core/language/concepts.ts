import type { Language } from '../document/document.ts';
import type { Stemmer } from './stems.ts';
import { words } from './words.ts';

/** A meaning that several words share; `sign` -1 says the opposite of the meaning. */
export type Concept = {
  readonly name: string;
  readonly sign: 1 | -1;
  /** Whether it is a thing; others are doings and can be what a sentence says. */
  readonly isThing: boolean;
};

/** Gives the concept of a stem, if it has one. */
export type Concepts = ReadonlyMap<string, Concept>;

/** Words of everyday disputes that mean the same; after `/` those that mean the opposite; `=` marks things. */
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
=money: money sum amount price cost fee balance
hide: hide conceal concealment withheld cover disguise / disclose disclosed reveal declare declared
fall: slip fall trip stumble tumble
spill: spill puddle pool liquid wet / dry
inspect: inspect inspection check examine examination test survey
warn: warn warning sign notice caution
=wage: wage salary earnings earn income payslip
=family: family cousin relative brother sister tie kinship
look: see watch witness notice observe spot
burn: burn fire blaze flame smoke
noise: noise loud music sound bark
leak: leak flood water drip damp
crash: crash collide collision accident impact
drive: drive driver driving steer
drink: drink drunk alcohol intoxicated / sober
employ: employ employment hire job worker employee employer
quit: resign resignation quit
insure: insure insurance policy cover premium
=invoice: invoice bill receipt statement
discount: discount rebate reduction
=quality: quality standard condition grade
forge: forge forgery fake counterfeit alter falsify tamper
copy: copy plagiarise duplicate reproduce
use: use usage operate apply
stop: stop halt cease suspend interrupt / continue resume
start: start begin commence launch
help: help assist support aid
harm: harm suffer pain injury
clean: clean wash tidy / dirty stain filthy
refuse: refuse reject decline / accept
ask: ask request demand ask
answer: answer reply respond
visit: visit call come attend attendance present / absent absence
leave: leave depart exit
move: move transport carry haul
store: store keep warehouse storage
weigh: weigh weight heavy load overload
safe: safe safety secure / dangerous unsafe hazard danger risk
care: care careful attention / careless negligent negligence reckless
train: train training instruct instruction
=child: child kid boy girl minor
=animal: dog animal pet cat bite
=tree: tree branch root fence hedge
=phone: phone telephone mobile call
=message: message text mail email letter
meet: meet meeting assembly vote
choose: choose select pick appoint elect
change: change alter modify replace switch
allow: allow let
touch: touch grab push shove
=weapon: weapon knife gun bottle stick bat
=window: window glass pane
=door: door gate lock key
burgle: burglary intrusion forced`,
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
=renta: renta alquiler canon
entrar: entrar ingresar ingreso
instalar: instalar instalacion
despedir: despedir despido
=dinero: dinero monto suma precio plata
perjuicio: perjuicio daño pérdida
ocultar: ocultar esconder encubrir / revelar declarar informar
caer: caer caída resbalar tropezar
derrame: derrame charco líquido mojado / seco
inspeccionar: inspeccionar inspección revisar revisión examinar
advertir: advertir advertencia aviso señal letrero
=sueldo: sueldo salario remuneración ingreso
=familia: familia primo pariente hermano hermana parentesco
ver: ver mirar observar presenciar testigo
quemar: quemar incendio fuego humo
ruido: ruido música bulla ladrido
filtrar: filtrar filtración gotera humedad inundar agua
chocar: chocar choque colisión accidente
conducir: conducir manejar conductor
beber: beber ebrio alcohol
emplear: emplear empleo contratar trabajador empleador
=factura: factura boleta recibo
falsificar: falsificar falsificación adulterar
empezar: empezar comenzar iniciar
parar: parar detener suspender paralizar abandonar / continuar seguir
pedir: pedir solicitar exigir requerir
responder: responder contestar
rechazar: rechazar negarse / aceptar aceptación
limpiar: limpiar aseo / sucio
cuidado: cuidado diligencia / descuido negligencia negligente imprudencia
seguro: seguridad seguro / peligro peligroso riesgo
salir: salir huir escapar fuga
faltar: faltar falta faltante
cumplir: cumplir cumplimiento / incumplir incumplimiento
fabricar: fabricar construir elaborar
robar: saquear asaltar asalto
=arma: arma cuchillo pistola palo
=puerta: puerta ventana cerradura llave
empujar: empujar tironear forcejear
=mensaje: mensaje correo carta
=reunion: reunión asamblea junta
elegir: elegir designar nombrar
=perro: perro animal mascota morder mordedura
=árbol: árbol rama raíz cerco
=cosa: cosa objeto especie`,
};

export function conceptsOf(language: Language, stem: Stemmer): Concepts {
  const table = new Map<string, Concept>();
  for (const line of groups[language].trim().split('\n')) {
    const [head = '', rest = ''] = line.split(':');
    const isThing = head.startsWith('=');
    const name = `~${isThing ? head.slice(1) : head}`;
    for (const [side, list] of rest.split('/').entries()) {
      for (const word of words(list)) {
        const key = stem(word);
        if (!table.has(key)) table.set(key, { name, isThing, sign: side === 0 ? 1 : -1 });
      }
    }
  }
  return table;
}
