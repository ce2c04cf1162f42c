import type { Document, Language, Tier } from '../../core/document/document.ts';
import type { CasePage } from '../../core/case/case-page.ts';

/** The jurisdiction that hears a case, how sure that is, and from what. */
export type ChosenJurisdiction = {
  readonly id: string;
  readonly tier: Tier;
  readonly because:
    | { readonly why: 'told' }
    | { readonly why: 'language-told'; readonly language: Language }
    | {
        readonly why: 'language-of-papers';
        readonly language: Language;
        readonly papers: number;
        readonly of: number;
      };
};

const spoken = { en: 'model', es: 'cl' } as const;

/**
 * The one that is asked for, or that the page names; else by language, for want of anything better: that of
 * the page, or that of most of the papers. A guess is never sure: many jurisdictions share a language.
 */
export function chooseJurisdiction(
  documents: readonly Document[],
  page: Pick<CasePage, 'jurisdiction' | 'language'>,
  asked?: string,
): ChosenJurisdiction {
  const named = asked ?? page.jurisdiction;
  if (named !== undefined) return { id: named, tier: 'strong', because: { why: 'told' } };
  if (page.language !== undefined) {
    const because = { why: 'language-told', language: page.language } as const;
    return { id: spoken[page.language], tier: 'fair', because };
  }
  const inLanguage = (wanted: Language) =>
    documents.filter(({ language }) => language === wanted).length;
  const of = documents.length;
  const language = inLanguage('es') * 2 > of ? 'es' : 'en';
  const papers = inLanguage(language);
  return {
    id: spoken[language],
    tier: papers === of ? 'fair' : 'weak',
    because: { why: 'language-of-papers', language, papers, of },
  };
}
