import type { DocumentKind } from './document.ts';

export type KindCues = {
  readonly kind: DocumentKind;
  /** What such a document is called, in its title. */
  readonly titles: RegExp;
  /** What its file is called, beside the titles: punctuation is a space, the ending is gone. */
  readonly names: RegExp;
  /** What is hardly said in another kind; each that occurs counts once. */
  readonly plain: readonly RegExp[];
  /** What is often said in it; each that occurs counts once. */
  readonly phrases: readonly RegExp[];
};

/** Cues in both languages, matched on folded text (lower case, no accents). Earlier kinds win ties. */
export const kindCues: readonly KindCues[] = [
  {
    kind: 'answer',
    titles:
      /\b(?:answer(?: to|s? and)|answer$|statement of defen[cs]e|^(?:the )?defen[cs]e$|(?:defendant|respondent)'?s? (?:answer|response|reply|defen[cs]e)|(?:response|reply|defen[cs]e) to (?:the |this |your |her |his )?(?:complaint|claim|petition|charges?|allegations?|proposition|court)|my side of (?:it|this|the story|things)|contestacion(?! (?:a|de) (?:su|la|tu) (?:carta|correo|consulta))|contesta (?:la )?(?:demanda|querella|acusacion)|(?:contesto|respuesta a) la (?:demanda|querella|denuncia|acusacion)|escrito de (?:defensa|descargos)|(?:formula |presenta )?descargos|duplica)\b/,
    names: /\b(?:answer|reply|response|defen[cs]e|contestacion|respuesta|descargos?|defensa)\b/,
    plain: [
      /\b(?:i|we) (?:deny|dispute|reject|contest|do not (?:accept|admit)) (?:the|this|her|his|their|your|any|each|all|every)(?: [a-z]+)? (?:claims?|complaint|allegations?|charges?|accusations?|paragraph)\b/,
      /\b(?:ask|asks|request|requests|pray|prays) (?:that )?(?:the |this |your )?(?:court|tribunal|judge|claim|complaint|action|case|honou?r) (?:to |be |should )?(?:be )?(?:dismiss|reject|throw|refuse|struck)/,
      /\b(?:the |this )?(?:claim|complaint|case|action) (?:should|ought to|must) be (?:dismissed|thrown out|rejected|refused|struck)/,
      /\baffirmative defen[cs]e/,
      /\b(?:defendant|respondent|accused) (?:admits|denies|answers)\b/,
      /\b(?:solicito|pido|ruego|solicita|pide|ruega)(?: [a-z.,]+){0,8} (?:rechac|rechaz|desestim|absuelv|absolver)/,
      /\bcontest(?:a|ando|o|amos) (?:derechamente )?la (?:demanda|querella|acusacion)\b/,
      /\b(?:formul|present|evac)(?:o|a|ando|amos|ar) (?:mis |sus |los )?descargos\b/,
      /\b(?:demanda|querella|denuncia) (?:interpuesta |presentada |deducida )?en mi contra\b/,
    ],
    phrases: [
      /\bden(?:y|ies) (?:the|each|every|all|any|that)\b/,
      /\b(?:in answer|in response|with regard) to (?:the )?(?:complaint|claim|paragraph)\b/,
      /\bmy side of (?:it|this|the story|things)\b|\bthe (?:claimant|plaintiff|complainant) (?:is wrong|is mistaken|says|claims)\b/,
      /\bi (?:accept|admit) (?:only )?that\b/,
      /\bto the court\b/,
      /\bniega (?:los|todos|cada|la|que)\b|\bniego (?:los|todo|cada|la|haber|que)\b/,
      /\brechaz(?:ar|o|a) la (?:demanda|querella)\b/,
      /\b(?:i|we) owe (?:him |her |them )?nothing\b|\bnada (?:le )?deb[oe]\b|\bno (?:le )?debo nada\b/,
      /\bcontroviert[eo]\b/,
      /\bexcepcion(?:es)? (?:de|perentoria|dilatoria)/,
      /\bno es (?:efectivo|cierto) (?:que|lo)\b/,
    ],
  },
  {
    kind: 'complaint',
    titles:
      /\b(?:complaint(?!s|:)|petition|statement of (?:claim|case)|particulars of claim|claim form|(?:small|civil|wage) claim|indictment|criminal information|charging document|charge sheet|demanda(?! (?:de|por) (?:productos|energia))|querella|acusacion|libelo|requerimiento|proposition|proposicion|reclamo|request for (?:arbitration|judgment|redress)|notice of claim|solicitud de arbitraje)\b/,
    names: /\b(?:complaint|claim|petition|charges?|demanda|querella|acusacion|denuncia|reclamo)\b/,
    plain: [
      /\b(?:i|we|claimant|plaintiff|petitioner|complainant) (?:therefore |hereby |respectfully |now |also )*(?:asks?|requests?|begs?|prays?|petitions?|appl(?:y|ies) to) (?:that )?(?:the |this |your )?(?:[a-z]+ )?(?:court|tribunal|honou?r|judge|bench|magistrate|arbitrator|panel)(?: to| for| that| should| will)*(?: make| give| enter)? (?:an )?(?:order|award|judgment|grant|condemn|declare|direct|compel|convict|find|decide|rule)/,
      /\b(?:plaintiff|claimant|petitioner|complainant) (?:alleges|complains|claims|prays|seeks|sues)\b/,
      /\bprayer for relief\b|\bprays (?:for (?:judgment|relief|damages|an order)|that)\b/,
      /\bcauses? of action\b|\bcomes now\b/,
      /\bthe proposition is that\b|\bshould (?:have )?resolved?\b/,
      /\bbring this (?:claim|action|complaint)\b|\bque demando a\b|\bvengo (?:a|en) (?:denunciar|demandar|querellarme)\b/,
      /\bperson charged\b|\bcharge \d+\b|\bcontrary to section\b|\bin that (?:on|at|between) (?:or about )?(?:the )?/,
      /\b(?:solicit[oa]|pid[oe]|pedimos|rueg[oa]|requier[oe]|suplic[oa]|solicitamos)(?: [a-z.,]+){0,7} (?:condenar?|condene|ordenar?|ordene|obligar?|obligue|acoger(?:la)?|acoja|se declare|tener por (?:interpuesta|deducida|presentada))\b/,
      /\b(?:ruego|solicito|pido|digo|solicita|respetuosamente) ?(?:a|:) ?(?:us|vs|usia|v\.? ?s|su senoria|ssa)\b|\ba us\.?,? (?:respetuosamente )?(?:digo|expongo|pido)/,
      /\b(?:interpon(?:e|go|er)|deduc(?:e|ir|zco|imos)|entabl(?:a|ar|o)|presento|formulo) (?:esta |formal |la presente )?(?:demanda|querella|acusacion)/,
      /\ben lo principal ?:? ?(?:demanda|querella|acusacion|interpone|deduce)/,
      /\bacusa a\b[\s\S]{0,300}\b(?:autor|autora|delito)\b/,
    ],
    phrases: [
      /\bwherefore\b|\bcount (?:one|two|i|ii)\b/,
      /\bi (?:am suing|sue|want the court|claim (?:damages|compensation|the sum))\b/,
      /\bto the (?:court|judge|tribunal)\b|\bthe registrar\b/,
      /\b(?:claimant|plaintiff|complainant|demandante) ?: [\s\S]{1,200}\b(?:respondent|defendant|demandad[oa]) ?: /,
      /\bpor tanto\b/,
      /\ben lo principal\b/,
      /\blos hechos (?:configuran|son constitutivos)\b|\bcalidad de autor\b/,
      /\b(?:al tribunal|senor juez|senora jueza|al juzgado)\b/,
    ],
  },
  {
    kind: 'witness-statement',
    titles:
      /\b(?:witness statement|affidavit|sworn (?:statement|declaration)|declaration of (?!conformity|trust|independence|interest|compliance|origin)|(?:\w+ )?statement (?:of|by|given by|from) (?!claim|case|defen[cs]e|account|accounts|earnings|facts|work|costs|purpose|principles|holdings|cash)|^(?:my |personal |signed )?statement(?: for (?:the )?(?:counsel|solicitor|lawyer|court)| to (?:the )?police|$)|testimony of|(?:acta de )?(?:declaracion|comparecencia)(?! (?:de (?:impuestos?|renta|importacion|intereses|patrimonio|guarda|conformidad|ingreso|iva)|anual|mensual|de principios))|testimonio)\b/,
    names: /\b(?:statement|testimony|affidavit|witness|declaracion|testigo|testimonio)\b/,
    plain: [
      /\bpenalt(?:y|ies) of perjury\b|\bduly sworn\b|\bstatement of truth\b|\bfacts stated in this (?:witness )?statement\b/,
      /\bi (?:make|give) this (?:statement|declaration|affidavit)\b/,
      /\bi, [a-z .'-]{3,60}, (?:hereby )?(?:declare|state|depose|swear|make)\b/,
      /\b(?:comparece|compareciente)\b[\s\S]{0,300}\b(?:expone|declara|manifiesta|expresa|senala|dice)\b/,
      /\b(?:tomada|prestada|recibida|rendida) (?:en|ante) (?:la |el |su |las )?(?:fiscal|tribunal|juzgado|notari|unidad|policia|carabineros|comisaria|defens|secretari|dependencias)/,
      /\bse (?:le )?tom[ao] declaracion\b|\bi am willing to give evidence\b/,
      /\b(?:leida|previa lectura)\b.{0,40}\b(?:firm[ao]|ratific[ao])\b/,
      /\byo, [a-z .'-]{3,60}, (?:[a-z\d .'-]{2,60}, )?(?:declaro|digo|cedula|rut|chilen|domiciliad)/,
      /\b(?:declara|declaro|expone|manifiesta) (?:lo siguiente|bajo juramento)\b/,
    ],
    phrases: [
      /\bi (?:saw|heard|witnessed|was present|noticed|recogni[sz]ed)\b/,
      /\bi (?:did not|didn't|could not|couldn't) (?:see|hear)\b/,
      /\bpersonal knowledge\b|\bwhat i know (?:for|of) myself\b/,
      /\bi (?:live|work) (?:at|in|on|opposite|next|near|for|two|across)\b|\bi have (?:lived|worked) (?:at|in|for)\b/,
      /\b(?:told me|was told) that\b/,
      /\b(?:declara|expone|manifiesta|senala|expresa|depone) que\b|\bdeclaro que\b/,
      /\b(?:vi (?:a|que|como|salir|cuando|por)|no vi|escuche|presencie|estaba presente|me encontraba|me conto)\b/,
      /\b(?:vivo|trabajo) (?:frente|en|al|hace|desde|como|con)\b|\b(?:esa|aquella) noche (?:yo |no )?estaba\b/,
      /\bjuramento\b|\bse le leyeron sus derechos\b|\bpreguntad[oa] (?:por|si|sobre)\b/,
    ],
  },
  {
    kind: 'expert-report',
    titles:
      /\b(?:expert(?:'s)? (?:report|opinion|witness)|forensic (?:report|analysis|examination|accounting)|report of (?:dr|prof)|(?:technical|visit|inspection|survey|surveyor'?s?|valuation|engineer(?:'s|ing)?|condition|structural|damage|laboratory|lab|appraisal|assessor'?s?|accountant'?s|actuarial|handwriting|toxicology) (?:report|assessment|appraisal|opinion|findings)|informe (?:pericial|tecnico|contable|caligrafico|mecanico|estructural|planimetrico|balistico|psicologico|toxicologico|de (?:visita|inspeccion|tasacion|laboratorio|perito|peritaje|ingenieria|la perita|el perito))|(?:informe de )?tasacion|peritaje|pericia|dictamen|informe de (?:peritos?|don|dona)|opinion of (?:mr|mrs|ms|dr|prof|[a-z]\.))\b/,
    names:
      /\b(?:expert|engineer|surveyor|valuation|inspection|forensic|report|perit[oa]|peritaje|pericia|informe|tasacion|dictamen)\b/,
    plain: [
      /\b(?:in my|my) (?:professional |expert )?opinion\b|\bmi opinion (?:profesional|tecnica|pericial)\b|\b(?:a|en) (?:mi|nuestro) juicio (?:tecnico|profesional|pericial)\b/,
      /\breasonable degree of\b|\bduty (?:is )?to the court\b/,
      /\bi (?:was|am|have been) (?:instructed|retained|engaged|commissioned|asked) (?:as|to|by)\b/,
      /\bse me (?:pide|pidio|ha pedido|encarga|encargo|encomendo|solicita|solicito) (?:constatar|informar|determinar|examinar|evaluar|peritar|tasar|revisar|establecer)/,
      /\bmy qualifications\b|\bmargin of error\b|\bmargen de error\b/,
      /\b(?:no me pronuncio|es posible concluir|se concluye|concluyo) ?(?:que|sobre|:)/,
    ],
    phrases: [
      /\bmethodology\b|\bmetodologia\b|\btoleranc(?:e|ia)\b/,
      /\bi (?:inspected|examined|measured|tested|visited|sampled|attended)\b/,
      /\b(?:was|were|is|are) (?:measured|tested|examined|consistent with|typical of)\b|\bcompatibles? con\b/,
      /\bi (?:cannot|can not|could not) (?:say|tell|determine|exclude)\b|\bsin que pueda (?:precisarse|determinarse)\b/,
      /\b(?:engineer|surveyor|valuer|chartered|assessor|metallurgist|conservator)\b/,
      /\bperit[oa]\b/,
      /\b(?:constructor civil|ingenier[oa]|tasador[a]?|arquitect[oa]|contador[a]? auditor)/,
      /\bse (?:observan?|constat[ao]|aprecian?|verific[ao]|examin[ao]|midio|tomaron muestras)\b/,
      /\b(?:estimo en|i (?:estimate|would expect|recommend))\b/,
      /\b(?:specimen|sample|muestra|ensayo)s?\b/,
    ],
  },
  {
    kind: 'admission',
    titles:
      /\b(?:confession|admissions?(?: of)?(?! note| fee)|acknowledge?ment of (?:fault|debt|responsibility)|apology|confesion|reconocimiento de (?:hechos|deuda|responsabilidad)|disculpas?)\b/,
    names: /\b(?:confession|admission|apology|confesion|reconocimiento|disculpas?)\b/,
    plain: [],
    phrases: [
      /\bi (?:admit|confess|acknowledge|concede|apologi[sz]e|take (?:full )?responsibility)\b/,
      /\b(?:it was|is|was) (?:all )?my (?:fault|mistake|error|doing)\b|\bi was wrong\b|\b(?:that|this) is on me\b|\bi am (?:so |very |truly )?sorry\b/,
      /\bi (?:lied|misled|implied that i had|should (?:have|not have)|stole|falsified)\b/,
      /\b(?:that|this|it) was (?:deceptive|wrong|dishonest|unacceptable|a lie)\b|\band unacceptable\b/,
      /\b(?:reconozco|admito|confieso|asumo (?:mi|la|toda)|pido (?:perdon|disculpas)|me hago responsable)\b/,
      /\b(?:fue|es) (?:mi|toda mi) (?:culpa|error|responsabilidad)\b|\bme equivoque\b|\bmenti\b/,
      /\b(?:debo la suma|i owe (?:him|her|them|the sum))\b/,
    ],
  },
  {
    kind: 'police-report',
    titles:
      /\b(?:police (?:report|log|statement of facts)|(?:incident|arrest|crime|offen[cs]e|occurrence|scene|custody) report|exhibits? (?:note|log|register)|parte (?:policial|denuncia)|informe policial|acta de (?:detencion|denuncia|incautacion|registro|allanamiento)|constancia policial|denuncia|carabineros de chile)\b/,
    names: /\b(?:police|arrest|crime|policial|parte|denuncia|detencion|incautacion)\b/,
    plain: [
      /\b(?:reporting|responding|arresting|investigating) officer\b|\bofficers? (?:arrived|responded|observed|attended)\b|\bbadge\b/,
      /\b(?:scenes? of crime|anpr|chain of custody|cadena de custodia)\b/,
      /\b(?:personal (?:policial|de guardia|se constituye)|se constituye(?:n|ron)? en|se concurre (?:al|a la)|concurre (?:la )?patrulla|sin detenidos)\b/,
      /\b(?:fue|fueron) detenid[oa]s?\b|\bfuncionari[oa]s? (?:policial|aprehensor)/,
    ],
    phrases: [
      /\bsuspect\b|\bwas (?:arrested|detained|cautioned)\b|\bmiranda\b/,
      /\b(?:ds|dc|di|pc|ps|sgt|det|constable|sergeant|detective) (?:\d{2,6} )?[a-z]{3,}/,
      /\b(?:fingerprints|seized|exhibit(?:s|ed)?)\b/,
      /\bcarabiner(?:o|os|a)\b|\bpolicia de investigaciones\b|\bpdi\b|\bcomisaria\b/,
      /\bdenunciad[oa]\b|\bdenunciante\b|\bvictima\b/,
      /\bfija(?:cion)? fotografic|\bno es habid[oa]\b|\bincaut[ao]/,
    ],
  },
  {
    kind: 'medical-record',
    titles:
      /\b(?:medical (?:record|report|certificate|note)|discharge (?:summary|note)|clinical (?:record|note)s?|(?:hospital|patient|nursing|triage|radiology|gp) (?:record|notes?|report|summary)|emergency (?:department|room)|accident and emergency|ficha clinica|informe (?:medico|de lesiones|radiologico)|epicrisis|certificado medico|dato de atencion de urgencia|atencion de urgencia|constatacion de lesiones|historia clinica|licencia medica|alta medica|autopsy|autopsia|dau)\b/,
    names:
      /\b(?:medical|hospital|emergency|clinic(?:al)?|discharge|triage|urgencias?|medic[oa]|lesiones|clinica)\b/,
    plain: [
      /\bdiagnos(?:is|ed|tico)\b|(?:^|\n)d[gx] ?:/,
      /\b(?:blood pressure|presion arterial|vital signs|signos vitales|x-?ray|rx)\b/,
      /\bo\/e\b|\bpmh\b|\bnv intact\b|\b(?:analgesia|paracetamol|ibuprofen[eo]?)\b/,
      /\b(?:prescribed|medication|treatment plan|se indica reposo|anamnesis|epistaxis|equimosis)\b/,
    ],
    phrases: [
      /\bpatient\b|\bpaciente\b/,
      /\b(?:fracture|contusion|haematoma|hematoma|erosion|laceration|swelling|bruising|fractura|lesion(?:es)?|sutures?)\b/,
      /\b(?:sana(?:n|ra)? en|dias de incapacidad|igual tiempo de incapacidad|pronostico)\b/,
      /\bhospital\b|\bclinica\b|\bmedico de turno\b|\burgencias?\b|\bward\b/,
      /\bmedicamentos?\b|\b\d+ ?mg\b/,
    ],
  },
  {
    kind: 'message-thread',
    titles:
      /\b(?:message thread|messages? (?:between|with)|chat|whatsapp|text messages|texts (?:between|with|from)|exported (?:chat|messages)|sms|slack|telegram|conversation|(?:screens|screenshots|screen captures|from phone of)\b|(?:transcripcion de )?(?:pantallazos|mensajes)|capturas de pantalla|conversacion|hilo)\b/,
    names:
      /\b(?:texts?|texting|chats?|messages?|whatsapp|sms|dms?|thread|mensajes?|pantallazos?|capturas?|conversacion)\b/,
    plain: [
      /\b(?:media omitted|multimedia omitido|imagen omitida|audio omitido)\b/,
      /\bend-to-end encrypted\b|\bcifrados? de extremo a extremo\b/,
    ],
    phrases: [/\b(?:lol|jaja(?:ja)*|haha(?:ha)*|omg|thx|porfa|pls)\b/],
  },
  {
    kind: 'transcript',
    titles:
      /\b(?:transcript|deposition|hearing|examination of|remarks|exchange with|(?:record of |recorded )?interview|proceedings|transcripcion(?! de (?:los )?(?:pantallazos|mensajes))|acta de (?:la )?audiencia|registro de audio|entrevista|interrogatorio)\b/,
    names:
      /\b(?:transcript|deposition|hearing|interview|audiencia|transcripcion|entrevista|interrogatorio)\b/,
    plain: [
      /\[(?:inaudible|laughter|crosstalk|applause|pause|risas|ininteligible)\]/,
      /\binterview (?:commenced|concluded|terminated)\b|\binterviewing officer\b/,
      /\bse da inicio a la audiencia\b/,
    ],
    phrases: [/\b(?:direct|cross)[ -]examination\b/, /\boff the record\b/],
  },
  {
    kind: 'correspondence',
    titles:
      /^(?:(?:open |demand |covering )?letter\b|e-?mail\b|notice (?:to|of)\b|memorandum\b(?! of (?:understanding|agreement))|memo\b(?! to file)|carta\b|correo(?: electronico)?\b|oficio\b|notificacion\b|circular\b)/,
    names: /\b(?:letter|e ?mails?|memo|notice|demand|carta|correos?|oficio|mail|misiva)\b/,
    plain: [
      /\b(?:by|via) (?:certified|registered|recorded) (?:mail|post|delivery)\b|\b(?:por|mediante) carta certificada\b/,
      /\b(?:thank you for|we have|i have|i refer to|in reply to|with reference to|further to) your (?:letter|e-?mail|enquiry|inquiry|note|message)\b/,
      /\b(?:acuso recibo de|en respuesta a|contesto|conforme a) su (?:carta|correo|consulta|nota|mensaje)\b/,
    ],
    phrases: [
      /(?:^|\n| )(?:subject|asunto|re|ref|materia) ?: /,
      /\b(?:i|we) (?:write|am writing|are writing) (?:to|about|with|in)\b|\b(?:le|les) escrib(?:o|imos)\b|\bme dirijo a (?:usted|ud)/,
      /\b(?:i|we) (?:enclose|attach)\b|\badjunt(?:o|amos)\b/,
      /\b(?:let me know|look(?:ing)? forward to|please (?:pay|reply|confirm|send))\b/,
      /\b(?:quedo (?:a (?:su|la)|atent[oa])|segun lo solicitado|le informo|le ruego|agradecere)\b/,
      /\b(?:to|a): [a-z]/,
    ],
  },
  {
    kind: 'receipt',
    titles:
      /\b(?:(?<!no |without )receipts?|proof of payment|(?:payment|transfer) (?:confirmation|receipt|advice)|deposit slip|recibos?|boleta(?! de honorarios)|comprobante|voucher)\b/,
    names: /\b(?:receipt|recibo|boleta|comprobante|voucher|transferencia)\b/,
    plain: [
      /\b(?:received from|payment received|paid in full|amount paid|change due|with thanks)\b/,
      /\b(?:recibi(?:mos)? (?:de|la suma)|pago recibido|total pagado|pagado en su totalidad|a mi entera satisfaccion)\b/,
    ],
    phrases: [
      /\b(?:transaction|transfer|operation) (?:id|number|no)\b|\bnumero de (?:operacion|transaccion)\b/,
      /\b(?:cash|card|efectivo|tarjeta|transferencia)\b/,
      /\b(?:the sum of|la suma de)\b/,
      /\b(?:vuelto|cambio|cajer[oa]|cashier|till)\b/,
    ],
  },
  {
    kind: 'invoice',
    titles:
      /\b(?:invoice|bill(?: of|ing)?|pro ?forma|factura|boleta de honorarios|nota de cobro|estado de pago)\b/,
    names: /\b(?:invoice|bill|factura|honorarios)\b/,
    plain: [
      /(?:^|\n)(?:invoice|factura)(?: (?:no|number|date|nro|numero|n))?\.?[ °º#]*:/,
      /\b(?:total|amount|balance) due\b|\bbill(?:ed)? to\b|\bpayment terms\b|\bpayable within\b/,
      /\b(?:monto neto|total a pagar|total honorarios)\b/,
    ],
    phrases: [
      /\bline items\b|\bsubtotal\b|\bunit price\b|\bvat\b|\bqty\b/,
      /\b(?:iva|razon social|(?:precio|valor) unitario)\b/,
      /\b(?:fecha de (?:emision|vencimiento)|due date)\b/,
    ],
  },
  {
    kind: 'norm',
    titles:
      /^(?:(?:[a-z' ]{0,40}\b)?(?:code of|civil code|penal code|criminal code|statutes?|regulations?|act of|act \d{4}|rules? of|ordinance|by-?laws)\b|(?:[a-z]+ ){0,2}(?:codigo|ley|decreto|reglamento|ordenanza|constitucion)\b)/,
    names: /\b(?:code|act|statute|regulations?|bylaws|codigo|ley|decreto|reglamento|ordenanza)\b/,
    plain: [
      /\bbe it enacted\b|\bthis (?:act|code|regulation|ordinance) (?:may be cited|shall|applies|enters)\b/,
      /(?:^|\n)(?:article|section|§) ?\d+[a-z]?\b[.:]?[\s\S]{0,4000}\n(?:article|section|§) ?\d/,
      /(?:^|\n)(?:articulo|art\.) ?\d+[\s\S]{0,4000}\n(?:articulo|art\.) ?\d/,
      /\b(?:derogase|promulgase|publiquese|biblioteca del congreso nacional|diario oficial)\b/,
    ],
    phrases: [
      /\b(?:repealed|in force from|enacted by)\b/,
      /\b(?:la presente|esta) (?:ley|ordenanza)\b/,
    ],
  },
  {
    kind: 'contract',
    titles:
      /\b(?:(?:[a-z]+ )?agreement(?! (?:was|is|has))|(?<!breach of (?:the )?)contract\b|lease\b|deed of|terms (?:and conditions|of (?:use|service|sale|hire|engagement))|terms of engagement|engagement (?:terms|letter)|contract terms|memorandum of understanding|addendum|amendment|(?<!(?:incumplimiento|cumplimiento|resolucion|terminacion|nulidad) (?:de|del|de un) )contrato|convenio|acuerdo|promesa de|finiquito|mandato|anexo de contrato)\b/,
    names:
      /\b(?:contract|agreement|lease|terms|deed|contrato|convenio|acuerdo|finiquito|condiciones)\b/,
    plain: [
      /\b(?:by and )?between\b[\s\S]{0,400}\band\b[\s\S]{0,200}\bhereinafter\b/,
      /\b(?:hereby agree|the parties (?:hereto )?agree|in witness whereof|witnesseth|whereas)\b/,
      /\bgoverning law\b|\bgoverned by (?:and construed|the laws)\b|\bentire agreement\b/,
      /\b(?:these (?:rules|terms) shall apply to this contract|either party may)\b/,
      /\bthe (?:seller|buyer|landlord|tenant|lessor|lessee|supplier|customer|contractor|client|translator|author|borrower|lender|employee|licensee|owner) (?:shall|undertakes|agrees|must not)\b/,
      /\b(?:las partes (?:acuerdan|convienen|vienen|dejan)|las comparecientes|se ha convenido)\b/,
      /\b(?:se obliga a|se compromete a)\b[\s\S]{0,2000}\b(?:precio|renta|plazo|pago)\b/,
    ],
    phrases: [
      /\b(?:this|the) (?:agreement|contract) (?:shall|is|will|may)\b/,
      /\ben adelante\b/,
      /\b(?:clausula|primero ?:|primera ?:|segundo ?:|segunda ?:)/,
      /\b(?:arrendador|arrendatari[oa]|mandante|prestador|vendedor[a]?|comprador[a]?)\b/,
      /\b(?:days'? (?:written )?notice|termination)\b/,
    ],
  },
  {
    kind: 'business-record',
    titles:
      /\b(?:work order|purchase order|(?:cash|job|day|order|guest|log) ?book|(?:bay|shift|site|duty|job|day|work|cleaning) log|absence note|(?:accident|near miss)[a-z /]{0,20} form|certificado de (?:deuda|pago|antiguedad|trabajo)|delivery (?:note|slip)|packing (?:list|slip)|ledger|time ?sheet|(?:time|token|activity|visitor|maintenance|revision|hours) (?:and token )?log|hours for|inventory|stock ?take|minutes of|statement of account|(?:bank|account) statement|statement (?:no|period)|pay(?:roll| ?stub| ?slip)|(?:service|repair|job) (?:ticket|order|sheet|card)|equipment sheet|check ?list|(?:duty )?(?:roster|rota)|orden de (?:trabajo|compra|servicio)|guia de despacho|libro (?:de|diario|mayor)|acta de (?:entrega|recepcion|directorio)|planilla|registro de (?:asistencia|visitas|ventas|entregas|turnos)|cartola|(?:extracto|estado) (?:bancario|de (?:la )?cuenta|de movimientos)|liquidacion de (?:sueldo|remuneraciones)|cotizacion|presupuesto|hoja de (?:ruta|servicio|trabajo|turnos?)|quote|quotation|estimate|constancia(?! (?:policial|medica|de (?:denuncia|atencion|inscripcion))))\b/,
    names:
      /\b(?:ledger|time ?sheet|inventory|stub|pay ?slip|payroll|ticket|roster|rota|work order|order|statement of account|bank|log|cartola|planilla|liquidacion|guia|orden|cotizacion|presupuesto|constancia|extracto|turnos|sheet)\b/,
    plain: [
      /(?:^|\n)(?:work order|order|po|orden|guia)(?: (?:no|number|date|de trabajo|de compra))?\.?[ °º#]*:/,
      /\b(?:opening|closing) balance\b|\bsaldo (?:inicial|final|anterior|disponible|contable)\b/,
      /\b(?:brought|carried) forward\b|\baccount ending\b|\bsort code\b|\bmovimientos (?:de )?(?:la )?cuenta\b/,
      /\b(?:dejo|deja|dejamos) constancia\b/,
      /\b(?:pay date|net pay|gross pay|ytd|sueldo base|total haberes|liquido a (?:pagar|recibir))\b/,
    ],
    phrases: [
      /(?:^|\n)(?:vendor|supplier|customer|client|site|proveedor|cliente|destinatario) ?: /,
      /\b(?:quantity|shipped|delivered to|warehouse|cantidad|despachado|bodega|entregado a)\b/,
      /\b(?:debit|credit|withdrawal|deposit|giro|abono|cargo)s?\b[\s\S]{0,400}\b(?:balance|saldo)\b/,
      /\b(?:according to|per|segun) (?:the|our|el|la|nuestro|nuestra|los|las) (?:till|register|ledger|guest book|order book|day ?book|cuaderno|libro|registro|sistema|caja)\b/,
      /\b(?:mon|lun)(?:day|es)? \d{1,2}\b[\s\S]{0,200}\b(?:tue|mar)(?:sday|tes)? \d{1,2}\b/,
      /\b\d+[.,]\d ?h\b[\s\S]{0,400}\b\d+[.,]\d ?h\b/,
      /\b(?:shift lead|handover from|jefe de turno|entrega de turno)\b/,
      /\b(?:sign first day|customer sign|signed for|recibi conforme)\b/,
    ],
  },
  {
    kind: 'public-record',
    titles:
      /\b(?:certificate of (?!conformity|posting|analysis)|certificate$|certified copy|land registry|registry extract|birth|marriage|death|permit|licen[cs]e no|public deed|resolution no|certificado(?! (?:medico|de (?:deuda|pago|antiguedad|trabajo)))|public notices?|vehicle enquiry|planning permission|escritura publica|inscripcion|partida de|resolucion exenta|registro civil|conservador de bienes raices|copia autorizada|permiso)\b/,
    names:
      /\b(?:certificate|registry|permit|certificado|escritura|inscripcion|registro civil|resolucion|permiso)\b/,
    plain: [
      /\b(?:i|we) (?:hereby )?certify\b|\bcertifica que\b|\bcertifico\b/,
      /\b(?:registrar general|notary public|county clerk|land registry|oficial civil|conservador de bienes raices|repertorio)\b/,
      /\bis hereby granted\b|\bregistered keeper\b|\bfirst registered\b/,
      /\b(?:official seal|codigo de verificacion)\b/,
    ],
    phrases: [
      /\b(?:registrar|registry|title number|recorded in book)\b/,
      /\b(?:notari[oa]|municipalidad|servicio de impuestos internos|fojas)\b/,
      /\b(?:sello|folio|foja)\b/,
    ],
  },
  {
    kind: 'machine-record',
    titles:
      /\b(?:(?:server|access|system|audit|event|events|error|alarm|door|call|gate|charging) log|log (?:file|export)|data ?logger|logger|sensor|telemetry|gps|call (?:detail )?records?|metadata|exif|cctv|camera (?:log|record)|mail server|punch clock|bitacora (?:del? )?(?:sistema|servidor)|registro (?:automatico|del sistema|de (?:llamadas|accesos?|eventos|alarmas?|camaras?))|central de alarmas|reporte de gps|log de|(?:camara|grabador|dvr|nvr) (?:n|no|\d|cctv))/,
    names:
      /\b(?:log|logger|server|gps|sensor|cctv|camera|camara|alarma|metadata|punch clock|telemetry|eventos|accesos)\b/,
    plain: [
      /\b(?:error|warn|info|debug)\b[ :\]][\s\S]{0,400}\b(?:error|warn|info|debug)\b[ :\]]/,
      /\b(?:checksum|sha-?256|md5|imei|mac address|firmware|headers only|automatic (?:weather )?station|estacion automatica)\b/,
      /\b(?:automatically generated|generado automaticamente|device id|clock (?:set|synchroni[sz]ed)|reloj (?:sincronizado|del sistema)|abonado \d|zona \d)/,
      /\b\d{2}:\d{2}:\d{2}\b[\s\S]{0,300}\b\d{2}:\d{2}:\d{2}\b/,
    ],
    phrases: [
      /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
      /\b(?:utc|gmt|latitude|longitude|latitud|longitud)\b/,
      /\b(?:sensor|motion|movimiento|apertura|cierre|armada|armed|disarmed)\b/,
      /\bexported \d{4}|\b(?:impreso|exportado) (?:el )?\d/,
    ],
  },
  {
    kind: 'party-notes',
    titles:
      /\b(?:(?:(?<!(?:delivery|credit|promissory|exhibits?|dispatch|case|progress|clinical|nursing|medical|sick|cover) )notes|(?:internal|private|personal|approval|archive|my|own|file) note|note (?:of (?:costs|expenses|losses|what)|to (?:self|myself)))|memo to file|diary|journal|summary|damages (?:calculation|breakdown)|calculation of|assignment to|chronology|timeline|what happened|apuntes|minuta|nota (?:interna|personal|privada)|mis notas|bitacora personal|resumen|cronologia|calculo de|calculo del|relato|source checked|diario (?:de|personal))\b/,
    names:
      /\b(?:notes|diary|journal|summary|chronology|timeline|apuntes|notas?|resumen|cronologia|calculo|diario|instructions|breakdown)\b/,
    plain: [
      /\b(?:prepared from|summari[sz]ed from|contemporaneous notes?|written up from|from memory|de memoria)\b/,
      /\b(?:total damages|damages sought|what (?:i|she|he|we) lost|lo que perdi|perjuicios? (?:totales|demandados))\b/,
      /\b(?:uso interno|things to ask|ask the lawyer|preguntar(?:le)? al? abogad[oa])\b/,
    ],
    phrases: [
      /\binternal\b/,
      /\bprepared by\b/,
      /\b(?:what this (?:file|note)|why this matters|follow[ -]?up|to do|recordar que|ojo:)/,
      /\b(?:for the court|para el abogado|for my lawyer)\b/,
    ],
  },
];
