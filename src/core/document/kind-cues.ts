import type { DocumentKind } from './document.ts';

export type KindCues = {
  readonly kind: DocumentKind;
  /** What such a document is called, in its title. */
  readonly titles: RegExp;
  /** What is said in it; each that occurs counts once. */
  readonly phrases: readonly RegExp[];
};

/** Cues in both languages, matched on folded text (lower case, no accents). Earlier kinds win ties. */
export const kindCues: readonly KindCues[] = [
  {
    kind: 'answer',
    titles:
      /\b(?:answer(?: to|s? and)|answer$|statement of defen[cs]e|defendant'?s? (?:answer|response)|response to (?:the )?(?:complaint|claim|petition)|contestacion|contesta (?:la )?(?:demanda|querella|acusacion)|escrito de defensa|duplica)\b/,
    phrases: [
      /\bden(?:y|ies) (?:the|each|every|all|any)\b/,
      /\baffirmative defen[cs]e/,
      /\b(?:defendant|respondent) (?:admits|denies|answers)\b/,
      /\bniega (?:los|todos|cada|la|que)\b/,
      /\bcontest(?:a|ando|o) la demanda\b/,
      /\brechaz(?:ar|o|a) la demanda\b/,
      /\bcontroviert[eo]\b/,
      /\bexcepcion(?:es)? (?:de|perentoria|dilatoria)/,
    ],
  },
  {
    kind: 'complaint',
    titles:
      /\b(?:complaint|petition|statement of claim|particulars of claim|claim form|indictment|criminal information|charging document|demanda|querella|acusacion|libelo|requerimiento|proposition)\b/,
    phrases: [
      /\b(?:plaintiff|claimant|petitioner) (?:alleges|complains|claims|states|prays|seeks)\b/,
      /\bprayer for relief\b|\bprays (?:for|that)\b|\bwherefore\b/,
      /\bcauses? of action\b|\bcount (?:one|two|i|ii)\b/,
      /\bcomes now\b/,
      /\bthe proposition is that\b|\bshould resolve\b/,
      /\bpor tanto\b/,
      /\b(?:ruego|solicito|pido) a (?:us|vs|usia|v\.? ?s|su senoria|ssa)\b/,
      /\b(?:interpon(?:e|go|er)|deduc(?:e|ir|zco)|entabl(?:a|ar|o)) (?:demanda|querella|acusacion)/,
      /\ben lo principal\b/,
      /\blos hechos (?:configuran|son constitutivos)\b|\bcalidad de autor\b/,
    ],
  },
  {
    kind: 'witness-statement',
    titles:
      /\b(?:witness statement|affidavit|declaration of|sworn (?:statement|declaration)|statement of [a-z]+ [a-z]+|testimony of|declaracion (?:jurada|de (?:la )?testigo|testimonial|de don|de dona)|acta de declaracion|testimonio de)\b/,
    phrases: [
      /\bpenalt(?:y|ies) of perjury\b|\bduly sworn\b|\bstatement of truth\b/,
      /\bi (?:make|give) this (?:statement|declaration|affidavit)\b/,
      /\bi, [a-z .'-]{3,60}, (?:hereby )?(?:declare|state|depose|swear|of)\b/,
      /\bi (?:saw|heard|witnessed|was present)\b/,
      /\bpersonal knowledge\b/,
      /\b(?:declara|expone|manifiesta) (?:lo siguiente|que|bajo juramento)\b/,
      /\byo, [a-z .'-]{3,60}, (?:declaro|cedula|rut|chilen)/,
      /\b(?:vi|escuche|presencie|estaba presente|me encontraba)\b/,
      /\bjuramento\b/,
    ],
  },
  {
    kind: 'expert-report',
    titles:
      /\b(?:expert(?:'s)? (?:report|opinion|witness)|forensic (?:report|analysis|examination)|report of (?:dr|prof)|technical report|informe pericial|informe tecnico|peritaje|pericia|dictamen pericial|informe de peritos?)\b/,
    phrases: [
      /\b(?:in my|my) (?:professional |expert )?opinion\b/,
      /\breasonable degree of\b/,
      /\bmethodology\b|\bmetodologia\b/,
      /\bmy qualifications\b|\bi (?:was|am|have been) (?:instructed|retained|asked) (?:as|to)\b/,
      /\bperit[oa]\b/,
      /\b(?:se|es posible) conclu(?:ye|ir)\b/,
      /\bmargin of error\b|\bmargen de error\b/,
    ],
  },
  {
    kind: 'admission',
    titles:
      /\b(?:confession|admissions?(?: of)?|acknowledge?ment of (?:fault|debt|responsibility)|apology|confesion|reconocimiento de (?:hechos|deuda|responsabilidad)|disculpas?)\b/,
    phrases: [
      /\bi (?:admit|confess|acknowledge|concede|apologi[sz]e|take (?:full )?responsibility)\b/,
      /\b(?:it was|is) my (?:fault|mistake|error)\b|\bi was wrong\b|\bi am (?:so |very |truly )?sorry\b/,
      /\bi (?:lied|misled|implied that i had|should (?:have|not have))\b/,
      /\b(?:that|this|it) was (?:deceptive|wrong|dishonest|unacceptable|a lie)\b|\band unacceptable\b/,
      /\b(?:reconozco|admito|confieso|asumo (?:mi|la|toda)|pido (?:perdon|disculpas)|me hago responsable)\b/,
      /\b(?:fue|es) mi (?:culpa|error|responsabilidad)\b|\bme equivoque\b|\bmenti\b/,
    ],
  },
  {
    kind: 'police-report',
    titles:
      /\b(?:police report|incident report|arrest report|offen[cs]e report|parte policial|parte denuncia|informe policial|acta de (?:detencion|denuncia|incautacion)|denuncia)\b/,
    phrases: [
      /\b(?:reporting|responding|arresting) officer\b|\bbadge\b|\bofficers? (?:arrived|responded|observed)\b/,
      /\bsuspect\b|\bwas (?:arrested|detained)\b|\bmiranda\b/,
      /\bcarabiner(?:o|os|a)\b|\bpolicia de investigaciones\b|\bpdi\b|\bcomisaria\b/,
      /\b(?:fue|fueron) detenid[oa]s?\b|\bdenunciante\b|\bfuncionari[oa]s? policial/,
      /\bchain of custody\b|\bcadena de custodia\b/,
    ],
  },
  {
    kind: 'medical-record',
    titles:
      /\b(?:medical (?:record|report|certificate)|discharge summary|clinical (?:record|note)s?|hospital record|ficha clinica|informe medico|epicrisis|certificado medico|dato de atencion de urgencia|constatacion de lesiones|historia clinica|dau)\b/,
    phrases: [
      /\bpatient\b|\bpaciente\b/,
      /\bdiagnos(?:is|ed|tico)\b/,
      /\b(?:blood pressure|presion arterial|vital signs|signos vitales)\b/,
      /\b(?:fracture|contusion|haematoma|hematoma|erosion|laceration|fractura|lesion(?:es)?)\b/,
      /\b(?:prescribed|medication|treatment plan|medicamentos?|se indica reposo|urgencias?)\b/,
      /\bhospital\b|\bclinica\b|\bmedico de turno\b/,
    ],
  },
  {
    kind: 'transcript',
    titles:
      /\b(?:transcript|deposition|hearing|examination of|remarks|exchange with|interview|proceedings|transcripcion|acta de (?:la )?audiencia|registro de audio|entrevista|interrogatorio)\b/,
    phrases: [
      /\[(?:inaudible|laughter|crosstalk|applause|pause|risas|ininteligible)\]/,
      /\b(?:direct|cross)[ -]examination\b/,
      /\boff the record\b/,
      /\bse da inicio a la audiencia\b/,
    ],
  },
  {
    kind: 'message-thread',
    titles:
      /\b(?:message thread|messages? (?:between|with)|chat|whatsapp|text messages|sms|slack|telegram|conversation|mensajes|conversacion|hilo)\b/,
    phrases: [
      /\b(?:media omitted|multimedia omitido|imagen omitida|audio omitido)\b/,
      /\bend-to-end encrypted\b|\bcifrados? de extremo a extremo\b/,
    ],
  },
  {
    kind: 'correspondence',
    titles:
      /^(?:#+ )?(?:letter|e-?mail|notice (?:to|of)|memorandum|carta|correo(?: electronico)?|oficio|notificacion)\b/,
    phrases: [
      /(?:^|\n)(?:from|de): .{1,300} (?:to|para|a): /,
      /(?:^|\n| )(?:subject|asunto|re|ref|materia): /,
      /\bdear (?:mr|mrs|ms|dr|sir|madam|[a-z]+)\b/,
      /\b(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind|best) regards)\b/,
      /\b(?:estimad[oa]s?|de mi consideracion|distinguid[oa])\b/,
      /\b(?:atentamente|saluda(?:ndo)?(?: muy)? atentamente|cordialmente|saludos cordiales|quedo atent[oa])\b/,
    ],
  },
  {
    kind: 'receipt',
    titles:
      /\b(?:receipts?|proof of payment|payment (?:confirmation|receipt)|recibo|boleta|comprobante|voucher)\b/,
    phrases: [
      /\b(?:received from|payment received|paid in full|amount paid|change due)\b/,
      /\b(?:recibi(?:mos)? de|pago recibido|total pagado|pagado en su totalidad|cancelado)\b/,
      /\b(?:transaction|transfer) (?:id|number|no)\b|\bnumero de (?:operacion|transaccion)\b/,
      /\b(?:cash|card|efectivo|tarjeta|transferencia)\b/,
    ],
  },
  {
    kind: 'invoice',
    titles: /\b(?:invoice|bill(?: of|ing)?|pro forma|factura|nota de cobro|cobranza)\b/,
    phrases: [
      /(?:^|\n)(?:invoice|factura)(?: (?:no|number|date|nro|numero|n))?\.?[ °º#]*:/,
      /\b(?:total|amount|balance) due\b/,
      /\bbill(?:ed)? to\b|\bline items\b|\bsubtotal\b|\bpayment terms\b|\bunit price\b/,
      /\b(?:iva|monto neto|total a pagar|razon social|precio unitario)\b/,
      /\b(?:fecha de (?:emision|vencimiento)|due date)\b/,
    ],
  },
  {
    kind: 'norm',
    titles:
      /^(?:#+ )?(?:.{0,40}\b)?(?:code of|civil code|penal code|criminal code|statutes?|regulations?|act of|rules? of|ordinance|codigo|ley|decreto|reglamento|ordenanza|constitucion)\b/,
    phrases: [
      /\bbe it enacted\b|\bthis (?:act|code|regulation) (?:may be cited|shall|applies|enters)\b/,
      /(?:^|\n)(?:article|section|§) ?\d+[a-z]?\b[.:]?[\s\S]{0,4000}\n(?:article|section|§) ?\d/,
      /(?:^|\n)(?:articulo|art\.) ?\d+[\s\S]{0,4000}\n(?:articulo|art\.) ?\d/,
      /\b(?:derogase|promulgase|publiquese|biblioteca del congreso nacional|diario oficial)\b/,
      /\b(?:repealed|in force from|enacted by)\b/,
    ],
  },
  {
    kind: 'contract',
    titles:
      /\b(?:(?:[a-z]+ )?agreement|contract|lease|deed of|terms (?:and conditions|of (?:use|service))|contract terms|memorandum of understanding|addendum|amendment|contrato|convenio|acuerdo|promesa de|finiquito|mandato|anexo de contrato)\b/,
    phrases: [
      /\b(?:by and )?between\b[\s\S]{0,400}\band\b[\s\S]{0,200}\bhereinafter\b/,
      /\b(?:hereby agree|the parties (?:hereto )?agree|in witness whereof|witnesseth|whereas)\b/,
      /\bgoverning law\b|\bgoverned by (?:and construed|the laws)\b|\bentire agreement\b/,
      /\b(?:this|the) (?:agreement|contract) (?:shall|is|will|may)\b|\bthese (?:rules|terms) shall apply to this contract\b/,
      /\b(?:las partes (?:acuerdan|convienen)|las comparecientes|en adelante)\b/,
      /\b(?:clausula|primero ?:|primera ?:|segundo ?:|segunda ?:)/,
      /\b(?:arrendador|arrendatari[oa]|mandante|prestador|vendedor[a]?|comprador[a]?)\b/,
    ],
  },
  {
    kind: 'business-record',
    titles:
      /\b(?:work order|purchase order|delivery note|packing (?:list|slip)|ledger|time ?sheet|(?:time|token|activity|visitor|maintenance) (?:and token )?log|inventory|minutes of|statement of account|bank statement|account statement|payroll|orden de (?:trabajo|compra)|guia de despacho|libro (?:de|diario|mayor)|acta de (?:entrega|recepcion|directorio)|planilla|registro de (?:asistencia|visitas|ventas|entregas)|cartola|liquidacion de sueldo|cotizacion|quote|quotation)\b/,
    phrases: [
      /(?:^|\n)(?:work order|order|po|orden|guia)(?: (?:no|number|date|de trabajo|de compra))?\.?[ °º#]*:/,
      /(?:^|\n)(?:vendor|supplier|customer|client|proveedor|cliente|destinatario): /,
      /\b(?:quantity|shipped|delivered to|warehouse|cantidad|despachado|bodega|entregado a)\b/,
      /\bopening balance\b|\bclosing balance\b|\bsaldo (?:inicial|final|anterior)\b/,
    ],
  },
  {
    kind: 'public-record',
    titles:
      /\b(?:certificate|certified copy|land registry|registry extract|birth|marriage|death|permit|licen[cs]e no|public deed|resolution no|certificado|escritura publica|inscripcion|partida de|resolucion exenta|registro civil|conservador de bienes raices|copia autorizada|permiso)\b/,
    phrases: [
      /\b(?:i|we) (?:hereby )?certify\b|\bcertifica que\b|\bcertifico\b/,
      /\b(?:registrar|notary public|county clerk|registry)\b/,
      /\b(?:notari[oa]|oficial civil|conservador|municipalidad|servicio de impuestos internos|repertorio|fojas)\b/,
      /\b(?:official seal|sello|folio|codigo de verificacion)\b/,
    ],
  },
  {
    kind: 'machine-record',
    titles:
      /\b(?:server log|access log|system log|audit log|event log|error log|sensor|telemetry|gps|call (?:detail )?records?|metadata|exif|bitacora|registro (?:automatico|del sistema|de llamadas|de acceso)|log de)\b/,
    phrases: [
      /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
      /\b(?:error|warn|info|debug)\b[ :\]][\s\S]{0,400}\b(?:error|warn|info|debug)\b[ :\]]/,
      /\b(?:utc|gmt|checksum|sha-?256|md5|imei|mac address|latitude|longitude|latitud|longitud)\b/,
      /\b\d{2}:\d{2}:\d{2}\b[\s\S]{0,300}\b\d{2}:\d{2}:\d{2}\b/,
      /\b(?:automatically generated|generado automaticamente|device id|sensor)\b/,
    ],
  },
  {
    kind: 'party-notes',
    titles:
      /\b(?:notes?|memo to file|diary|journal|summary|damages (?:calculation|breakdown)|calculation of|assignment to|chronology|timeline|what happened|apuntes|minuta|nota interna|bitacora personal|resumen|cronologia|calculo de|calculo del|relato|source checked)\b/,
    phrases: [
      /\binternal\b|\buso interno\b/,
      /\b(?:prepared from|prepared by|summari[sz]ed from|contemporaneous notes?)\b/,
      /\b(?:total damages|damages sought|perjuicios? (?:totales|demandados))\b/,
      /\b(?:what this (?:file|note)|why this matters|follow[ -]?up|to do|recordar que|ojo:)\b/,
    ],
  },
];
