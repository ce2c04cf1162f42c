import { describe, expect, test } from 'vitest';
import { documentKinds } from './document.ts';
import { readKind as read } from './kind-reading.ts';

// prettier-ignore
const samples: [string, string][] = [
  ['complaint', 'COMPLAINT\n\n1. Plaintiff alleges that Defendant kept the deposit.\n\nPrayer for relief\n\nWherefore Plaintiff asks for judgment.'],
  ['complaint', 'EN LO PRINCIPAL: Demanda de cumplimiento de contrato.\n\nInterpongo demanda en contra de la sociedad. Por tanto, solicito a US. acogerla.'],
  ['answer', "ANSWER TO THE COMPLAINT\n\nDefendant denies the allegations of paragraph 2.\n\nAffirmative defenses"],
  ['answer', 'Contestación de la demanda\n\nEl demandado niega los hechos y pide rechazar la demanda.'],
  ['witness-statement', 'WITNESS STATEMENT OF ORLA VENN\n\nI, Orla Venn, state as follows. I saw the van at nine. I make this statement of my own free will.'],
  ['witness-statement', 'Declaración jurada\n\nYo, Baltazar Ruz, declaro bajo juramento que vi la camioneta a las nueve.'],
  ['expert-report', 'EXPERT REPORT ON THE CONTRACT\n\nMethodology\n\nIn my opinion, to a reasonable degree of certainty, the ink is newer.'],
  ['expert-report', 'Informe pericial caligráfico\n\nMetodología\n\nLa perito examinó la firma. Se concluye que es falsa.'],
  ['admission', 'I had not locked the gate that night. I admit it was my fault, and I am sorry.'],
  ['admission', 'Reconozco que no cerré el portón. Fue mi culpa y pido perdón a la familia.'],
  ['contract', 'LEASE AGREEMENT\n\nThis agreement is made by and between Acme and the Tenant. The parties agree as follows. Governing law: Utopia.'],
  ['contract', 'Contrato de arrendamiento\n\nEntre las partes, en adelante el arrendador y el arrendatario. Las partes acuerdan lo siguiente.'],
  ['norm', 'Code of Small Claims\n\nArticle 1. This Code applies to claims of small value.\n\nArticle 2. A claim is brought in writing.'],
  ['norm', 'Ley de arrendamientos breves\n\nArtículo 1. Esta ley rige los arriendos.\n\nArtículo 2. Derógase lo anterior.'],
  ['invoice', 'Invoice: A-12\nInvoice date: 2026-03-11\nBill to: Orla Venn\n\nTotal due: $85'],
  ['invoice', 'FACTURA N° 12\n\nRazón social: Molino Azul\nMonto neto: $ 10.000\nIVA: $ 1.900\nTotal a pagar: $ 11.900'],
  ['receipt', 'RECEIPT\n\nReceived from Orla Venn the sum of $85 in cash, paid in full.'],
  ['receipt', 'Recibo de dinero\n\nRecibí de doña Orla la suma de $ 85.000 en efectivo.'],
  ['correspondence', 'From: Orla Venn\nTo: Molino Azul\nSubject: Invoice 12\n\nDear Sir,\n\nthe invoice is wrong.\n\nSincerely,\nOrla'],
  ['correspondence', 'Carta\n\nEstimado señor:\n\nLe escribo por el contrato.\n\nSaluda atentamente,\nOrla'],
  ['message-thread', '- 2026-03-10 09:12 Peter:\n  Are you there?\n- 2026-03-10 09:13 Orla:\n  Yes.\n- 2026-03-10 09:14 Peter:\n  Good.'],
  ['message-thread', '10/03/2026, 09:12 - Pedro: ¿estás?\n10/03/2026, 09:13 - Orla: sí\n10/03/2026, 09:14 - Pedro: bueno'],
  ['transcript', 'DEPOSITION\n\nQ. Did you sign?\nA. I did.\nQ. When?\nA. In May.'],
  ['transcript', 'Acta de audiencia\n\nJUEZ: ¿Firmó usted?\nTESTIGO: Sí.\nJUEZ: ¿Cuándo?\nTESTIGO: En mayo.'],
  ['party-notes', "Orla's notes of what happened\n\nInternal. Prepared from memory: the van came late."],
  ['party-notes', 'Apuntes de la reunión\n\nUso interno. Recordar que el pago quedó pendiente.'],
  ['machine-record', 'Server log\n\n2026-03-10 09:12:01 INFO login 10.0.0.7\n2026-03-10 09:12:09 ERROR timeout UTC'],
  ['machine-record', 'Registro automático de accesos\n\nGenerado automáticamente. Sensor 4. 09:12:01 abre. 09:12:09 cierra.'],
  ['business-record', 'Work order: 118\nWork order date: 2026-03-12\nVendor: Midway\nQuantity: 4 boxes from the warehouse'],
  ['business-record', 'Guía de despacho N° 7\n\nCliente: Molino Azul\nCantidad: 4 sacos, entregado a bodega'],
  ['public-record', 'Certificate of Title\n\nI hereby certify that the Registrar holds the deed. Official seal.'],
  ['public-record', 'Certificado de nacimiento\n\nEl Oficial Civil certifica que consta en el Registro Civil.'],
  ['police-report', 'POLICE REPORT\n\nThe reporting officer arrived at nine. The suspect was arrested.'],
  ['police-report', 'Parte policial\n\nLos carabineros de la comisaría informan que fue detenido el denunciado.'],
  ['medical-record', 'Discharge summary\n\nPatient admitted to hospital. Diagnosis: fracture of the wrist.'],
  ['medical-record', 'Informe médico\n\nPaciente con diagnóstico de fractura; signos vitales normales.'],
];

describe('kind of a document', () => {
  test('every kind has a sample in both languages', () => {
    const kinds = samples.map(([kind]) => kind);
    for (const kind of documentKinds.filter((one) => one !== 'other')) {
      expect(kinds.filter((one) => one === kind)).toHaveLength(2);
    }
  });

  test.each(samples)('%s: %s', (kind, text) => {
    expect(read(text)).toMatchObject({ kind });
  });

  test('title, words and layout together are strong', () => {
    expect(read(samples.find(([kind]) => kind === 'transcript')?.[1] ?? '')).toEqual({
      kind: 'transcript',
      confidence: 'strong',
      because: 'Told by its title and its layout.',
    });
  });

  test('what is named first in the title counts', () => {
    expect(read('Expert report on the complaint about the invoice').kind).toBe('expert-report');
    expect(read('Complaint about an expert report').kind).toBe('complaint');
  });

  test('the content comes before the file name', () => {
    expect(read('FACTURA N° 12\n\nMonto neto: $ 10\nIVA: $ 2', 'contrato.pdf').kind).toBe(
      'invoice',
    );
    expect(read('Plain words about the weather.', 'contrato.pdf')).toEqual({
      kind: 'contract',
      confidence: 'weak',
      because: 'Told by its file name.',
    });
  });

  test('a title further down is a weaker sign, and a long first line is no title', () => {
    expect(read('Molino Azul\n\nCarretera 5\n\nWork order\n\nFour boxes.').confidence).toBe('fair');
    const body = `The contract was never signed by anybody who ${'had read it and '.repeat(9)} left.`;
    expect(read(body).kind).toBe('other');
  });

  test('a letter that quotes another is no thread of messages', () => {
    const letter = 'From: Orla\nTo: Peter\nDate: 2026-03-10 09:12\n\nNo.\n\n';
    expect(read(letter.repeat(4)).kind).toBe('correspondence');
  });

  test('a name that speaks for another kind takes the last certainty away', () => {
    const answer = 'Answer to the complaint\n\nWe deny that the boat leaked.';
    expect(read(answer).confidence).toBe('strong');
    expect(read(answer, 'invoice.txt')).toMatchObject({ kind: 'answer', confidence: 'fair' });
  });

  // prettier-ignore
  const traps: readonly [string, string][] = [
    ['witness-statement', 'WITNESS STATEMENT\n\nStatement of: Tam Orrel\n\nI saw PC Hale arrive. The suspect was arrested and taken to hospital. The patient had a fracture.'],
    ['correspondence', 'From: Orla\nTo: Peter\nSubject: complaint\n\nThe indictment, the contract and the expert report are attached. The suspect was arrested.'],
    ['business-record', 'Statement of account\n\nOpening balance 10. Closing balance 20.'],
    ['police-report', 'Parte policial\n\nLa víctima declara que vio a Pedro. Se incauta el contrato.'],
    ['complaint', 'COMPLAINT\n\n1. The lease says that the Tenant shall pay rent. The agreement shall be governed by the laws of Utopia.\n\nPlaintiff prays for judgment.'],
    ['party-notes', 'Notes on the lease agreement\n\nPrepared from memory. The agent was late.'],
    ['other', 'Declaración anual de renta\n\nCasilla 12. Casilla 14.'],
    ['correspondence', 'Dear Orla,\n\nI shall ask the court to order you to pay unless the boat comes back.\n\nYours,\nPeter'],
  ];

  test.each(traps)('trap, %s: %s', (kind, text) => {
    expect(read(text)).toMatchObject({ kind });
  });

  test('nothing tells', () => {
    const nothing = { kind: 'other', confidence: 'weak', because: 'Nothing in it tells its kind.' };
    expect(read('The weather was fine.')).toEqual(nothing);
    expect(read('')).toEqual(nothing);
  });
});
