import type { DocumentKind, Language } from '../document/document.ts';

const spanish: Readonly<Record<DocumentKind, string>> = {
  complaint: 'demanda o acusación',
  answer: 'contestación',
  'witness-statement': 'declaración',
  'expert-report': 'informe pericial',
  admission: 'confesión o reconocimiento',
  contract: 'contrato',
  norm: 'norma',
  invoice: 'factura',
  receipt: 'boleta o recibo',
  correspondence: 'correspondencia',
  'message-thread': 'mensajes',
  transcript: 'transcripción',
  'party-notes': 'apuntes de parte',
  'machine-record': 'registro automático',
  'business-record': 'registro comercial',
  'public-record': 'documento público',
  'police-report': 'parte policial',
  'medical-record': 'antecedente médico',
  other: 'otro',
};

/** What a kind of document is called for people. */
export const kindName = (language: Language, kind: DocumentKind): string =>
  language === 'es' ? spanish[kind] : kind;
