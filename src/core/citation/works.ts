/** A work of law by the names under which texts cite it. */
export type WorkNames = {
  /** The id under which the work is known elsewhere, as in `codigo-procesal-penal`. */
  readonly slug: string;
  readonly names: readonly string[];
  /** In capitals; the periods between the letters may be left out or set. */
  readonly abbreviations: readonly string[];
};

/** Codes of Chile and Spain, for texts that name no jurisdiction. */
export const usualWorks: readonly WorkNames[] = [
  {
    slug: 'constitucion',
    names: [
      'Constitución Política de la República de Chile',
      'Constitución Política de la República',
      'Constitución Política',
      'Constitución Española',
      'Constitución',
      'Carta Fundamental',
    ],
    abbreviations: ['CPR', 'CE'],
  },
  { slug: 'codigo-civil', names: ['Código Civil', 'C. Civil'], abbreviations: ['CC'] },
  { slug: 'codigo-penal', names: ['Código Penal', 'C. Penal'], abbreviations: ['CP'] },
  work('codigo-procesal-penal', 'Código Procesal Penal', 'CPP'),
  work('codigo-de-procedimiento-civil', 'Código de Procedimiento Civil', 'CPC'),
  work('codigo-de-procedimiento-penal', 'Código de Procedimiento Penal'),
  work('codigo-organico-de-tribunales', 'Código Orgánico de Tribunales', 'COT'),
  work('codigo-del-trabajo', 'Código del Trabajo', 'CT'),
  work('codigo-de-comercio', 'Código de Comercio', 'CDC'),
  work('codigo-tributario', 'Código Tributario'),
  work('codigo-sanitario', 'Código Sanitario'),
  work('codigo-de-aguas', 'Código de Aguas'),
  work('codigo-de-mineria', 'Código de Minería'),
  work('codigo-de-justicia-militar', 'Código de Justicia Militar', 'CJM'),
  work('ley-de-enjuiciamiento-civil', 'Ley de Enjuiciamiento Civil', 'LEC'),
  work('ley-de-enjuiciamiento-criminal', 'Ley de Enjuiciamiento Criminal', 'LECrim'),
];

function work(slug: string, name: string, ...abbreviations: readonly string[]): WorkNames {
  return { slug, names: [name], abbreviations };
}
