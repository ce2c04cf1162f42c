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
    ['(caso fortuito|fuerza mayor|un accidente)', 'Fue fuerza mayor.', 'Fue la fuerza.'],
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
  refund: [
    ['(refund|refunds|refunded|reimburse|reimbursed|money back|repaid|repay)', 'She refunded the price.', 'She funded the prize.'],
    ['(return|returned|give|gave) .. (deposit|money|price|payment|back)', 'He returned the deposit.', 'He returned home.'],
    ['(reembolso|reembolsar|reembolsado|reintegro|devolucion|devolver el (dinero|precio|deposito))', 'Pidió la devolución.', 'Pidió la evolución.'],
    ['(devolvio|devolvi|devuelto|devolvieron) .. (dinero|precio|deposito|pago|garantia|arras)', 'Devolvió el dinero.', 'Devolvió el libro.'],
  ],
} as const;
