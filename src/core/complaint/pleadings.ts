/** What a court paper prints before the name of what it pleads. */
const label =
  '(?:CHARGE|COUNT|CARGO|Charge|Count|Cargo)s?(?: (?:No\\.? ?)?(?:\\d{1,3}|[IVX]{1,5}|[Oo]ne|ONE))?[:. ]|' +
  '(?:MATERIA|Materia|CALIFICACIÓN|Calificación|DELITO|Delito|OFFEN[CS]E|Offen[cs]e|CAUSE OF ACTION|Cause of action|Nature of (?:the )?(?:claim|action|case)|EN LO PRINCIPAL|En lo principal|LO PRINCIPAL|Lo principal|ACCIÓN|Acción|Re|RE)(?: (?:jurídica|JURÍDICA))? ?:';
/** How a sentence says what is pleaded. */
const naming =
  '(?<!\\p{L})(?:(?:sues|suing)(?: [^.\\n]{1,40})? for|charged with|accused of|accuses? [^.\\n]{1,40} of|guilty of|(?:offen[cs]e|crime|count|claim|action|cause of action|case)s? (?:of|for|in)|' +
  'delitos? de|por el delito|constitutiv[oa]s? de|configuran?|autora? de|culpable de|acci[oó]n(?:es)? de|demandas? (?:de|por)|demando [^.\\n]{0,40}por|querella(?: criminal)? por|acusación (?:de|por))(?!\\p{L})';
const pleading = new RegExp(`(?:${label})|(?:${naming})`, 'gu');

/** What is pleaded stands within this many characters of its label. */
const reach = 100;

/** The places of a complaint that say what is pleaded, in their order: after a label, after «charged with». */
export function pleadingsOf(text: string): readonly string[] {
  const found = Array.from(text.matchAll(pleading));
  return found.map(({ 0: words, index }, at) =>
    text.slice(index, Math.min(index + words.length + reach, found[at + 1]?.index ?? text.length)),
  );
}
