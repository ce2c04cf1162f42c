/** Acts of speech: pattern, a sentence in which it fires, one in which it must not. */
// prettier-ignore
export const speech = {
  saying: [
    ['(said|stated|says|states|told|wrote|reported|explained|declared|announced|confirmed|replied|answered|claimed|insisted|added)', 'He said it was done.', 'He did it.'],
    ['(assured|informed|notified|represented|promised)', 'She assured me of it.', 'She ensured it.'],
    ['according to', 'According to the clerk it was shut.', 'It was shut in accord with the rule.'],
    ['(dijo|dije|dijeron|declaro|declara|declararon|afirmo|afirma|senalo|senala|manifesto|explico|informo|conto|respondio|agrego|aseguro|sostuvo|sostiene)', 'Declaró que estaba en casa.', 'Estaba en casa.'],
    ['segun (el|la|los|las|don|dona|su)', 'Según el perito era falsa.', 'Según llueve, crece.'],
  ],
  admitting: [
    ['(admit|admits|admitted|admitting)', 'I admit that we argued.', 'Children are not allowed.'],
    ['(concede|concedes|conceded|acknowledge|acknowledges|acknowledged|confess|confesses|confessed)', 'She acknowledged the debt.', 'She knew the debt.'],
    ['(it is|is) true that', 'It is true that I left.', 'True to form, I left.'],
    ['(i|we) (am|are|was|were) (sorry|at fault|to blame|wrong)', 'I am sorry about the delay.', 'It was a sorry sight.'],
    ['(my|our) (fault|mistake|error)', 'It was my mistake.', 'It was his mistake.'],
    ['(apologise|apologize|apologies|apologised|apologized)', 'We apologise for that.', 'We appreciate that.'],
    ['(i|we) (still|) owe', 'I still owe you something.', 'You owe me something.'],
    ['(reconozco|reconoce|reconocio|reconocen|reconocieron|admito|admite|admitio|admiten|confieso|confiesa|confeso|acepta|acepto)', 'Reconoció la deuda.', 'Desconocía la deuda.'],
    ['(es|era) (cierto|verdad|efectivo) que', 'Es cierto que recibí el dinero.', 'Lo cierto no se sabe.'],
    ['(pido|pedimos|le pido) (disculpas|perdon)', 'Le pido disculpas por ello.', 'Le pido un libro.'],
    ['(fue|es) (mi|nuestra|nuestro) (culpa|error)', 'Fue mi culpa.', 'Fue su culpa.'],
    ['(tiene|tienes) razon', 'Tiene razón, no pude.', 'Tiene la razón social.'],
    ['(le|te|les) debo', 'Le debo tres meses.', 'Debo salir.'],
  ],
  denying: [
    ['(deny|denies|denied|denying)', 'He denied it.', 'He admitted it.'],
    ['(dispute|disputes|disputed|reject|rejects|rejected) (that|the|this|any)', 'She disputes that it was late.', 'The dispute is old.'],
    ['(is|was|it is) (not true|untrue|false) that', 'It is not true that I took it.', 'The true copy is here.'],
    ['(i|we) (did not|didn\'t|never|have not|had not|was not|were not)', 'I did not take it.', 'He did not take it.'],
    ['(niego|niega|niegan|nego|negaron|niegue|negamos|rechaza|rechazo|controvierte)', 'Niega haber subarrendado.', 'El negocio cerró.'],
    ['(no es|no fue|es falso) (cierto|verdad|efectivo|que)', 'No es cierto que deba.', 'Es cierto que debo.'],
    ['(yo|) (no|nunca|jamas) (le|lo|la|me|los|) (hice|tome|pegue|golpee|toque|saque|dije|firme|quise|recibi|estuve|fui|amenace)', 'No le pegué.', 'No le pegó.'],
  ],
  hearsay: [
    ['(told|tells) (me|us|him|her|them)', 'My aunt told me that it ran out.', 'I told my aunt about it.'],
    ['(i|we) (heard|was told|were told|have heard|understand) (that|from)', 'I heard that he left.', 'I heard the door.'],
    ['(rumour|rumor|rumours|rumors|hearsay)', 'There was a rumour about it.', 'There was a rum cake.'],
    ['(people|everybody|everyone|neighbours|they) (say|says|said) (that|he|she)', 'People say that he drinks.', 'He says that people drink.'],
    ['(me|nos) (dijo|dijeron|conto|contaron|comento|comentaron|informo|aviso|relato)', 'Mi nieto me dijo que le pegó.', 'Mi nieto dijo una palabra.'],
    ['(escuche|oi|supe|supimos) (decir|que|por)', 'Oí decir que se fue.', 'Oí un ruido.'],
    ['(dicen|se dice|se comenta|se rumorea) que', 'Dicen que bebe.', 'No dicen nada.'],
  ],
} as const;
