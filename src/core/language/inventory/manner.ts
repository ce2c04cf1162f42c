/** Ways in which something is said: pattern, a sentence in which it fires, one in which it must not. */
// prettier-ignore
export const manner = {
  condition: [
    ['only if', 'It runs only if you pay.', 'If only it ran.'],
    ['if (he|she|it|we|you|they|i|the|<actor>|<other>)', 'If you pay, it runs.', 'It runs.'],
    ['(unless|provided that|on condition that|as long as|in the event)', 'It stops unless you pay.', 'He provided the van.'],
    ['(si (no|el|la|los|las|se|usted|le|me|mi|su|paga|pagan|hay|es|son|tiene|quiere|acepta|cumple)|siempre que|a menos que|salvo que|a condicion de que|en caso de que|con tal que)', 'Si paga, se entrega.', 'Sí, se entrega mañana por siempre.'],
  ],
  doubt: [
    ['(unclear|uncertain|doubtful|perhaps|maybe|possibly|apparently|allegedly|presumably)', 'It is unclear who did it.', 'It is clear who did it.'],
    ['(could|may|might) (have|be|well)', 'It could be a worn part.', 'He could not open it.'],
    ['not (certain|sure|clear)', 'I am not certain of it.', 'I am certain of it.'],
    ['(do|does|did|could) not (know|remember|recall|see|tell|determine|hear) (whether|if|who|what|where|when|how|)', 'I do not know whether he came.', 'I know he came.'],
    ['(cannot|can not|could not) be (excluded|ruled|determined|established|confirmed)', 'A fall cannot be excluded.', 'A fall was excluded.'],
    ['i (think|believe|suppose|guess|assume)', 'I think he pushed first.', 'I saw him push.'],
    ['not possible to (say|determine|know|establish|tell)', 'It was not possible to say.', 'It was possible.'],
    ['(does|do) not establish', 'This does not establish the date.', 'This establishes the date.'],
    ['(need|needs|needed|has|have|failed|fails) to (show|prove|establish|demonstrate)', 'It needs to show the date.', 'It shows the date.'],
    ['(does|do|did) not (claim|purport|say|mention|state)', 'The file does not say when.', 'The file says when.'],
    ['(quiza|quizas|tal vez|acaso|posiblemente|probablemente|presuntamente|supuestamente|aparentemente|al parecer)', 'Quizás fue otro.', 'Fue otro.'],
    ['(puede|podria|pudo|pudiera) (que|ser|haber|deberse)', 'Podría ser un desgaste.', 'Podría correr.'],
    ['no (se|sabe|sabemos|recuerdo|recuerda|consta|alcance) (si|quien|donde|cuando|como|que|a|bien|)', 'No sé dónde estuvo.', 'Sé dónde estuvo.'],
    ['no (se|es|puede|pude) (descarta|descartable|posible|descartarse|ver)', 'No se descarta una caída.', 'Se descarta una caída.'],
    ['(creo|pienso|supongo|me parece) que', 'Creo que fue él.', 'Vi que fue él.'],
    ['no (estoy|esta) (seguro|segura|claro)', 'No estoy segura de eso.', 'Estoy segura de eso.'],
  ],
  promise: [
    ['(i|we|he|she|it|they|<actor>|<other>) (will|shall)', 'I will pay on Friday.', 'I paid on Friday.'],
    ['(promise|promises|promised|undertake|undertakes|undertook|guarantee|guarantees|guaranteed|commit|commits|committed) (to|that|you|me|us|him|her)', 'She promised to come.', 'She had a promising voice.'],
    ['(going|expect|expects|hope|hopes|intend|intends|plan|plans) to', 'I expect to finish.', 'I finished.'],
    ['(voy|vamos|va|van|pienso|espero) a', 'Voy a pagar mañana.', 'Voy al banco.'],
    ['(prometo|promete|prometio|me comprometo|se compromete|se comprometio|garantizo|garantiza|garantizo)', 'Prometió volver.', 'Volvió.'],
    ['(pagare|entregare|enviare|terminare|devolvere|hare|llegara|estara|pagara|entregara|terminara|quedara|tendra|sera)', 'Pagaré el lunes.', 'Pagué el lunes.'],
  ],
  duty: [
    ['(shall|must|is required to|are required to|is obliged to|has to|have to)', 'The tenant shall pay the rent.', 'The tenant paid the rent.'],
    ['(only|not) (when|where) (the|a|both)', 'He may stop it only when the time is out.', 'He stopped it when he saw.'],
    ['may not', 'The tenant may not sublet.', 'The tenant sublet in May.'],
    ['(debera|deberan|debe|deben|no podra|no podran|se obliga|se obligan|esta obligado|queda obligado|podra)', 'El arrendatario no podrá subarrendar.', 'El arrendatario subarrendó.'],
    ['(sera|seran) (pagado|pagada|pagadera|pagaderas|exigible|mensual|de)', 'La renta será de mil pesos.', 'La renta fue de mil pesos.'],
  ],
  knowing: [
    ['(knew|knows|known|aware|knowingly|realised|realized)', 'He knew it was false.', 'He said it was false.'],
    ['(must|should|ought to) have known', 'She should have known.', 'She should have come.'],
    ['(sabia|sabian|conocia|conocian|a sabiendas|consciente|al tanto)', 'Sabía que era falso.', 'Dijo que era falso.'],
  ],
  doubting: [
    ['(doubt|doubts|doubted|suspect|suspects|suspected|concerned) (that|whether|if|about)', 'I doubt that he came.', 'No doubts were left.'],
    ['(unclear|uncertain|not certain|not sure)', 'It is unclear who did it.', 'It is clear who did it.'],
    ['(dudo|duda|dudaba|sospecho|sospecha|sospechaba) (que|de|si)', 'Dudo que haya venido.', 'Salió sin dudas.'],
  ],
} as const;
