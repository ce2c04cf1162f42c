import { describe, expect, test } from 'vitest';
import { fold } from '../language/fold.ts';
import type { DocumentKind } from './document.ts';
import { kindCues } from './kind-cues.ts';

/** In the order of the cues: words in which the cue fires, and words like them in which it must not. */
type Pairs = readonly (readonly [fires: string, not: string])[];

// prettier-ignore
const plain: Readonly<Partial<Record<DocumentKind, Pairs>>> = {
  answer: [
    ['I deny her claim.', 'I deny nothing to my guests.'],
    ['I ask the court to dismiss it.', 'I ask the court to order payment.'],
    ['The claim ought to be thrown out', 'The box ought to be thrown out'],
    ['First affirmative defense: payment', 'an affirmative reply'],
    ['The respondent denies paragraph 2', 'The respondent was late'],
    ['Solicito que se rechace', 'Solicito que se condene'],
    ['Contesto la demanda', 'Contesto su carta'],
    ['Formulo mis descargos', 'Formulo una consulta'],
    ['la demanda interpuesta en mi contra', 'la demanda de pan'],
  ],
  complaint: [
    ['I ask the court to order him to pay', 'I will ask the court to order it'],
    ['Plaintiff alleges that', 'The plaintiff was late'],
    ['prays for judgment', 'prays for rain'],
    ['First cause of action', 'the cause of the fire'],
    ['The proposition is that he lied', 'His proposition was fair'],
    ['I bring this claim against Pewter', 'Bring this box'],
    ['CHARGE 2 Criminal damage', 'a charge of two pounds'],
    ['Solicito se condene a don Pedro', 'Solicito una copia del informe'],
    ['a US. respetuosamente digo', 'a usted le digo'],
    ['vengo en deducir demanda', 'pensaba en una demanda'],
    ['EN LO PRINCIPAL: demanda', 'lo principal es la salud'],
    ['acusa a Pedro como autor de hurto', 'acusa recibo del autor'],
  ],
  'witness-statement': [
    ['under penalty of perjury', 'a penalty of ten dollars'],
    ['I make this statement freely', 'I make this cake'],
    ['I, Tam Orrel, declare', 'I, too, like it'],
    ['comparece don Tomás, quien expone', 'no comparece nadie'],
    ['Tomada en la fiscalía', 'Tomada de la mano'],
    ['Se le toma declaración el 3 de mayo', 'Se toma un café'],
    ['Leída, firma', 'Carta leída en la radio'],
    ['Yo, Tomás Orrego, declaro', 'Yo, en cambio, no'],
    ['declara lo siguiente', 'declara sus impuestos'],
  ],
  'expert-report': [
    ['In my professional opinion', 'public opinion'],
    ['to a reasonable degree of certainty', 'a degree of law'],
    ['I was instructed by the claimant', 'The driver was instructed'],
    ['Se me pide constatar el estado', 'Se me pide plata'],
    ['My qualifications are annexed', 'His qualifications'],
    ['No me pronuncio sobre las causas', 'No me gusta'],
  ],
  admission: [],
  'police-report': [
    ['The reporting officer', 'The chief financial officer'],
    ['Scenes of crime: lever marks', 'scenes of village life'],
    ['Personal se constituye en el lugar', 'nota personal'],
    ['Fue detenido Pedro', 'El tren fue lento'],
  ],
  'medical-record': [
    ['Diagnosis: sprain', 'a diagram'],
    ['Vital signs stable', 'a vital clause'],
    ['O/E: tender wrist', 'an open door'],
    ['Se indica reposo', 'Se indica la salida'],
  ],
  'message-thread': [
    ['<Media omitted>', 'the media said so'],
    ['Messages are end-to-end encrypted', 'from end to end'],
  ],
  transcript: [
    ['[inaudible]', 'It was inaudible.'],
    ['Interview concluded', 'We concluded the deal'],
    ['Se da inicio a la audiencia', 'La audiencia será en mayo'],
  ],
  correspondence: [
    ['By certified mail', 'a certified copy'],
    ['We have your letter of the 1st', 'We have a letter box'],
    ['Contesto su carta', 'Contesto la demanda'],
  ],
  receipt: [
    ['Received from O. Venn', 'The goods were received late'],
    ['Recibí de doña Orla', 'Recibirá una copia'],
  ],
  invoice: [
    ['Invoice number: 7', 'the invoice that I saw'],
    ['Total due $85', 'due to the rain'],
    ['Monto neto: $ 100', 'un monto menor'],
  ],
  norm: [
    ['Be it enacted', 'The play was enacted'],
    ['Article 1. One.\nArticle 2. Two.', 'Under article 1 it is so.'],
    ['Artículo 1. Uno.\nArtículo 2. Dos.', 'Según el artículo 1.'],
    ['Publíquese en el Diario Oficial', 'un diario local'],
  ],
  contract: [
    ['between Acme and the baker, hereinafter the Buyer', 'between the mill and the river'],
    ['The parties agree as follows', 'Nobody agrees'],
    ['Governing law: Utopia', 'the governing body'],
    ['Either party may end it', 'either way'],
    ['The Tenant shall pay', 'The tenant paid'],
    ['Las partes acuerdan', 'por otras partes'],
    ['se obliga a vender; precio: 90', 'nadie obliga a nadie'],
  ],
  'business-record': [
    ['Work order: 118', 'in order to work'],
    ['Opening balance 10', 'a balance of powers'],
    ['02 FEB BROUGHT FORWARD 1,204', 'She came forward.'],
    ['Dejo constancia de que pagó', 'trabajó con constancia'],
    ['Pay date 4 May', 'pay him'],
  ],
  'public-record': [
    ['I certify that', 'by certified mail'],
    ['Before me, a notary public', 'in public'],
    ['Registered keeper: Orla', 'a registered letter'],
    ['Official seal', 'the seal of the pump'],
  ],
  'machine-record': [
    ['ERROR pump\nWARN pressure', 'It was an error.'],
    ['IMEI 35-209900', 'the telephone'],
    ['Generado automáticamente', 'la puerta automática'],
    ['22:10:04 open 22:10:09 closed', 'at 22:10 it closed'],
  ],
  'party-notes': [
    ['Prepared from memory', 'in loving memory'],
    ['Total damages: 960', 'water damage'],
    ['Preguntar al abogado', 'El abogado preguntó'],
  ],
};

// prettier-ignore
const phrases: Readonly<Partial<Record<DocumentKind, Pairs>>> = {
  answer: [
    ['denies each allegation', 'in denial'],
    ['In answer to paragraph 2', 'no answer came'],
    ['My side of it', 'on my side of the road'],
    ['I accept that I wrote it', 'I accept cash'],
    ['To the court', 'the tennis court'],
    ['Niego haber prometido', 'un asunto negro'],
    ['rechaza la demanda', 'rechaza la oferta'],
    ['We owe nothing', 'We owe them a visit'],
    ['Controvierto el monto', 'Es una controversia'],
    ['excepción de pago', 'sin excepción'],
    ['No es efectivo que faltara', 'pagó en efectivo'],
  ],
  complaint: [
    ['WHEREFORE', 'therefore'],
    ['I claim damages', 'I claim nothing'],
    ['The Registrar', 'the register'],
    ['Claimant: Orla. Respondent: Peter.', 'The claimant and the respondent met.'],
    ['Por tanto', 'por lo tanto usado'],
    ['En lo principal', 'el principal motivo'],
    ['en calidad de autor', 'de buena calidad'],
    ['Al juzgado', 'fue juzgado'],
  ],
  'witness-statement': [
    ['I saw a man', 'It was seen'],
    ['I did not see it', 'They did not see it'],
    ['of my personal knowledge', 'common knowledge'],
    ['I live opposite the mill', 'long live the mill'],
    ['My cousin told me that', 'Tell me'],
    ['manifiesta que salió', 'una intención manifiesta'],
    ['Vi salir a Pedro', 'La vida sigue'],
    ['Vivo frente al molino', 'un color vivo'],
    ['Preguntado por la hora', 'Una pregunta'],
  ],
  'expert-report': [
    ['Metodología', 'Método de pago'],
    ['I inspected the roof', 'The roof was old'],
    ['The marks are consistent with tracing', 'a consistent worker'],
    ['I cannot say when', 'I cannot come'],
    ['a chartered surveyor', 'a survey'],
    ['La perito', 'experiencia'],
    ['constructor civil', 'guerra civil'],
    ['Se observan grietas', 'Las observaciones'],
    ['Estimo en $ 10', 'Estimado señor'],
    ['three samples', 'for example'],
  ],
  admission: [
    ['I admit that', 'Admit one'],
    ['It was my fault', 'a fault of the pump'],
    ['I lied about it', 'It lies there'],
    ['That was dishonest', 'That was late'],
    ['Lo reconozco', 'El reconocimiento médico'],
    ['Fue mi culpa', 'No fue culpa de nadie'],
    ['I owe her 900', 'She owes nothing'],
  ],
  'police-report': [
    ['The suspect left', 'It was suspicious'],
    ['DS Rowe', 'the DSL line'],
    ['One padlock seized', 'the size of it'],
    ['Comisaría de Marle', 'La comisión'],
    ['la denunciante', 'un anuncio'],
    ['Se incauta una barra', 'un hombre cauto'],
  ],
  'medical-record': [
    ['The patient slept', 'Have patience'],
    ['a fracture', 'a fraction'],
    ['Sana en 25 días', 'comida sana'],
    ['Hospital de Marle', 'un trato hospitalario'],
    ['500 mg', '500 m'],
  ],
  'message-thread': [['jajaja ya', 'ja, sí']],
  transcript: [
    ['Cross-examination', 'a school examination'],
    ['Off the record', 'off the road'],
  ],
  correspondence: [
    ['Subject: the boat', 'subject to terms'],
    ['I am writing to you', 'the writing on the wall'],
    ['We enclose the bill', 'an enclosed yard'],
    ['Please reply', 'pleased'],
    ['Quedo atenta', 'Quedó abierta'],
    ['To: Orla', 'to Orla'],
  ],
  receipt: [
    ['Transaction id 88', 'a transaction'],
    ['en efectivo', 'un efecto'],
    ['the sum of 300', 'some of it'],
    ['Vuelto 3.000', 'una vuelta'],
  ],
  invoice: [
    ['Subtotal 80', 'in total'],
    ['IVA: $ 19', 'iba a pagar'],
    ['Due date: 3 June', 'overdue'],
  ],
  norm: [
    ['Section 4 repealed 2001', 'an appeal'],
    ['La presente ley', 'el presente'],
  ],
  contract: [
    ['This agreement shall end', 'No agreement was made'],
    ['en adelante el mandante', 'hacia delante'],
    ['Cláusula 4', 'una clase'],
    ['el arrendatario', 'el arriendo'],
    ['30 days written notice', 'a notice board'],
  ],
  'business-record': [
    ['Customer: Orla', 'a customer came'],
    ['Quantity: 4', 'qualities'],
    ['Debit 60 balance 10', 'a debit card'],
    ['según el cuaderno de la barra', 'según mi hermana'],
    ['Mon 10 HP Tue 11 MT', 'Monday was quiet'],
    ['3.5 h and 1.0 h', '3.5 hectares'],
    ['Handover from nights. Shift lead: T.', 'He handed it over'],
    ['Customer sign: G.O.', 'no sign of him'],
  ],
  'public-record': [
    ['Title number MR 4', 'the title of the book'],
    ['el notario', 'es notorio'],
    ['Folio 88', 'un folleto'],
  ],
  'machine-record': [
    ['login 10.0.0.7', 'version 1.2'],
    ['09:00 UTC', 'nine sharp'],
    ['motion', 'emotional'],
    ['Impreso el 17 de marzo', 'un impreso'],
  ],
  'party-notes': [
    ['Internal', 'international'],
    ['prepared by Orla', 'prepared food'],
    ['Ojo: falta la factura', 'un ojo morado'],
    ['for my lawyer', 'my lawyer came'],
  ],
};

describe.each(kindCues)('cues of $kind', ({ kind, ...cues }) => {
  test.each([
    ['plain', cues.plain, plain[kind]],
    ['phrases', cues.phrases, phrases[kind]],
  ] as const)(
    '%s: each has words in which it fires and words in which it does not',
    (_, list, pairs) => {
      const silent = list.filter((cue, index) => !cue.test(fold(String(pairs?.[index]?.[0]))));
      const loud = list.filter((cue, index) => cue.test(fold(String(pairs?.[index]?.[1]))));
      expect({ pairs: pairs?.length, silent, loud }).toEqual({
        pairs: list.length,
        silent: [],
        loud: [],
      });
    },
  );
});
