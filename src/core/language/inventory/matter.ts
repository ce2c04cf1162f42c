/** What a file often turns on: pattern, a sentence in which it fires, one in which it must not. */
// prettier-ignore
export const matter = {
  relying: [
    ['(relied|rely|relies|relying|reliance) (on|upon)', 'He relied on her word.', 'He is reliable.'],
    ['(based|depending|depended|counting|counted) (on|upon)', 'We kept the slot based on that timing.', 'The base was wet.'],
    ['because .. (said|told|confirmed|promised|assured|believed|assurance|promise|representation)', 'I booked because she confirmed it.', 'I booked because it was cheap.'],
    ['(trusted|trusting|believed|believing|in reliance|on the strength)', 'She bought it trusting him.', 'She bought it in a trust fund.'],
    ['(confiando|confiado|confie|confio) en', 'Pagó confiando en las fotos.', 'Pagó con tarjeta.'],
    ['(creyendo|crei|creyo|convencida|convencido) (que|de|en|a)', 'Pagué creyendo que era suyo.', 'Pagué lo que era suyo.'],
    ['porque (me|nos|le) (dijo|aseguro|prometio|confirmo|garantizo)', 'Firmé porque me aseguró eso.', 'Firmé porque llovía.'],
    ['(me quedo|quede|me quede) tranquil*', 'Me quedo tranquila con eso.', 'Me quedo en casa.'],
  ],
  'other-cause': [
    ['(caused|due|owing|because|result) (by|to|of)', 'It was due to a power cut.', 'It came to a cut.'],
    ['not (our|my|his|her|their|the <actor>) (fault|doing|responsibility)', 'That is not our fault.', 'That is our fault.'],
    ['(slipped|fell|tripped|collapsed) (on|over|off|by|against|down)', 'He slipped on the step.', 'He slept on the step.'],
    ['(by himself|by herself|by itself|on his own|on her own|accident*)', 'It broke by itself.', 'It broke.'],
    ['(se debio|debido|a causa|por culpa|producto) (a|de|del)', 'Se debió a un corte.', 'Debía un corte.'],
    ['se (cayo|resbalo|tropezo|rompio|quebro) (solo|sola|al|en|por|con)', 'Se cayó solo.', 'Se fue solo.'],
    ['(i|we) (forgot|mistook|misread|overlooked)', 'I forgot to pay.', 'I will not forget.'],
    ['(se me|se nos) (olvido|cayo|rompio|paso|perdio)', 'Se me olvidó pagar.', 'Se fue sin pagar.'],
    ['(por error|sin querer|sin intencion|por accidente)', 'Lo tomé por error.', 'Lo tomé por gusto.'],
    ['(by mistake|in error|unintentionally|inadvertently)', 'I took it by mistake.', 'I took it by car.'],
    ['(caso fortuito|fuerza mayor|un accidente)', 'Fue fuerza mayor.', 'Fue la fuerza.'],
  ],
  amount: [
    ['(total|subtotal|balance|sum|price|cost|costs|fee|fees|charge|charges|amount|damages|loss|losses|deposit) .. <amount>', 'Total due: $300.', 'The total is unknown.'],
    ['<amount> (in|of) (total|damages|losses|lost|costs|repairs)', 'He lost $300 in total.', 'He is totally lost.'],
    ['(total|monto|suma|precio|costo|costos|saldo|valor|perjuicio|perjuicios|renta|gastos) .. <amount>', 'Total a pagar: $300.', 'El total no se sabe.'],
  ],
  alternative: [
    ['(cannot|can not|could not|can neither) .. (excluded|ruled out|discarded)', 'A fall cannot be excluded.', 'A fall was excluded.'],
    ['(could|may|might) (also |)(have been|have come|be due|be explained|result|stem) (by|from|to|caused)', 'It may have been caused by age.', 'It may have been Tuesday.'],
    ['(other|another|different) (cause|causes|explanation|explanations|origin)', 'There may be another cause.', 'There is another car.'],
    ['(not possible|impossible) to (say|determine|establish|know|tell|identify)', 'It is impossible to determine who did it.', 'It is possible to determine it.'],
    ['no (se descarta|puede descartarse|se puede descartar|es descartable|es posible determinar|es posible establecer|se pudo determinar)', 'No se descarta una caída.', 'Se descarta una caída.'],
    ['(otra causa|otras causas|otra explicacion|otro origen|podria deberse|pudo deberse|pudo haber sido)', 'Podría deberse a una caída.', 'Se debió a una caída.'],
  ],
  elsewhere: [
    ['(i|we) (was|were|stayed) .. (at home|elsewhere|in bed|abroad|away|not there|at work)', 'I was at home all night.', 'I went home at night.'],
    ['(was not|were not|not|never) (there|present|near)', 'I was not there.', 'I was there.'],
    ['(estaba|estuve|me quede|permaneci) .. (en mi casa|en casa|durmiendo|trabajando|en otro|fuera de)', 'Yo estaba en mi casa.', 'Yo vi mi casa.'],
    ['no (estaba|estuve|me encontraba) (ahi|alli|en el lugar|presente|cerca)', 'No estaba ahí.', 'Estaba ahí.'],
  ],
  progress: [
    ['(on track|in progress|under way|nearly (done|finished|complete)|almost (done|finished|complete)|already (in|working|drafting))', 'We are on track.', 'We walk on the track.'],
    ['(en curso|en marcha|casi (listo|lista|terminado|terminada)|va avanzando|avanzado|avanzada)', 'La obra está casi lista.', 'La obra está lista.'],
  ],
  payment: [
    ['(paid|pay|pays|paying|payment|payments)', 'He paid the rent.', 'He laid the rug.'],
    ['(transfer|transferred|deposit|deposited|wired|credited|remitted) .. (<amount>|rent|balance|price|money|sum)', 'I transferred the balance.', 'I transferred the call.'],
    ['(pago|pague|pagaron|pagado|pagada|pagar|pagos|abono|abonos|abone|transferi|transfirio|deposite|deposito)', 'Pagó la renta.', 'Pegó el sello.'],
  ],
  yielding: [
    ['(forget (about it|about the|it)|never mind|no problem|no worries|no rush|not to worry|take your time|when you can|fine by me|fine with me)', 'Forget about the money for a while.', 'Do not forget me.'],
    ['(no tengo problema|no hay problema|no se preocupe|no te preocupes|sin apuro|cuando pueda|cuando puedas|olvidese|olvidate|despues arreglamos|despues vemos)', 'No se preocupe, después arreglamos.', 'Me preocupa el problema.'],
  ],
  refund: [
    ['(refund|refunds|refunded|reimburse|reimbursed|money back|repaid|repay)', 'She refunded the price.', 'She funded the prize.'],
    ['(return|returned|give|gave) .. (deposit|money|price|payment|back)', 'He returned the deposit.', 'He returned home.'],
    ['(reembolso|reembolsar|reembolsado|reintegro|devolucion|devolver el (dinero|precio|deposito))', 'Pidió la devolución.', 'Pidió la evolución.'],
    ['(devolvio|devolvi|devuelto|devolvieron) .. (dinero|precio|deposito|pago|garantia|arras)', 'Devolvió el dinero.', 'Devolvió el libro.'],
  ],
} as const;
