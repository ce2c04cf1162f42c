import { nameSource } from './names.ts';

const claimant = `(?<claimant>${nameSource})`;
const respondent = `(?<respondent>${nameSource})`;
const title =
  '(?:(?:don|doña|DON|DOÑA|Don|Doña|[Ee]l señor|[Ll]a señora|[Ss]eñora?|[Ss]ra?\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Dr\\.?) )?';
/** «my former landlord», «la empresa»: what a person is, before the name. */
const whatIs =
  "(?:(?:the|la|el|los|las) )?(?:(?:the|a|my|our|his|her|la|el|mi|nuestr[oa]|su|un|una)(?: [\\p{Ll}'-]+){1,3},? )?";
const claiming =
  '(?i:claimants?|plaintiffs?|complainants?|applicants?|petitioners?|demandantes?|actora?|querellantes?|reclamantes?|denunciantes?|requirentes?)(?!\\p{L})';
const answering =
  '(?i:respondents?|defendants?|accused|suspect|offender|demandad[oa]s?|querellad[oa]s?|acusad[oa]s?|imputad[oa]s?|inculpad[oa]s?|reclamad[oa]s?|denunciad[oa]s?|requerid[oa]s?)(?!\\p{L})';
const before = '(?<!\\p{L})';
const aside = '(?:, [^,;\\n]{1,60}){0,2}';
const ownRole = '(?:the |as |como |parte |in the capacity of |en calidad de )?["\']?';
const party = '(?i:party |name of (?:the )?|full name of (?:the )?|parte |nombre del? (?:la )?)?';
const account = '(?:[Aa]ccount|[Uu]ser|[Mm]ember|[Cc]uenta|[Uu]suari[oa])';

/**
 * Captions, labels and first sentences that say who stands against whom, the plainest first. Each
 * repetition is bounded, so that no text takes more than linear time.
 */
export const captions: readonly RegExp[] = [
  // «CLAIMANT: NAME», «Person charged: NAME»
  `${before}${party}(?:${claiming}|(?i:filed by|brought by|presentad[oa] por|deducid[oa] por))(?:\\(s\\))? ?: ${whatIs}${title}${claimant}`,
  `${before}${party}${claiming} ?: ${account} "(?<claimant>[^"\\n]{2,40})"`,
  `${before}${party}(?:${answering}|(?i:persons? charged))(?:\\(s\\))? ?: ${whatIs}${title}${respondent}`,
  `${before}${party}${answering} ?: ${account} "(?<respondent>[^"\\n]{2,40})"`,
  // «NAME, trading as …, claimant», «NAME (defendant)»
  `^\\W{0,4}(?:(?i:between|entre) )?${title}${claimant}(?:${aside},|,?) \\(?${ownRole}${claiming}`,
  `^\\W{0,4}(?:(?i:against|contra|and|y|v\\.?|vs\\.?) )?${title}${respondent}(?:${aside},|,?) \\(?${ownRole}${answering}`,
  `${claimant}(?:,| \\(|, \\() ?${ownRole}${claiming}`,
  `${respondent}(?:,| \\(|, \\() ?${ownRole}${answering}`,
  // «NAME v. NAME», «caratulados "NAME con NAME"»
  `[Cc]aratulad[oa]s?:? "?${claimant} (?:con|contra|c/) ${title}${respondent}`,
  `^\\W{0,4}${claimant} con ${title}${respondent}\\W{0,4}$`,
  `${claimant},? (?:v|vs|versus|against|contra|en contra de|c/)\\.? ${whatIs}${title}${respondent}`,
  `^\\W{0,4}(?i:entre|between) ${title}${claimant} (?:and|y) ${title}${respondent}`,
  // counsel's words for the party: «en representación de NAME»
  `(?:[Ee]n representación(?: convencional| legal| judicial){0,2} de|[Ee]n nombre(?: y representación)? de|[Oo]n behalf of|[Aa]cting for|[Cc]ounsel for|[Ss]olicitors? for|[Aa]ttorneys? for) ${whatIs}${title}${claimant}`,
  // «NAME, profession, a US. digo»
  `^\\W{0,4}${title}${claimant},(?! [^\\n]{0,40}(?i:fiscal|prosecutor))[^\\n]{0,400}? (?:a|ante) (?:US|U\\.S|SS|S\\.S|V\\.S|VS|Us|Usía|USÍA|usted|Ud)[., ][^\\n]{0,40}(?:digo|decimos|dice|expongo|exponemos|expone|comparezco)`,
  `^\\W{0,4}(?:[Cc]omparece,? )?${title}${claimant},[^\\n]{0,300}? (?:interpon\\p{L}+|dedu(?:ce|zco|cimos)|v(?:engo|iene|enimos) en (?:interponer|deducir|demandar|presentar)|formul[ao]) `,
  `(?<!(?:${before}(?:contra|against|a|de)|\\p{Lu}[\\p{L}&.]*)(?: don| doña| la| the)? )${claimant}, (?:legalmente |legally )?(?:representad[oa] (?:legalmente )?por|represented by)`,
  `(?:\\bI|${before}[Yy]o|${before}YO|[Uu]ndersigned|[Ss]uscrit[oa]|[Mm]y name is|[Mm]e llamo|[Mm]i nombre es),? ${title}${claimant}`,
  // what is asked against whom
  `(?i:against|(?:en )?contra de|contra|demando a|demandar a|demanda a|acuso a|acusa a|imputa a|denuncia a|acusamos a|denuncio a|formaliz\\p{L}+ a|accuses?|i charge|complains? of|sue|sues|suing|complain about|claims? (?:\\S+ ){0,4}from) ${whatIs}${title}${respondent}`,
  `(?i:charges) ${title}${respondent} with(?!\\p{L})`,
  `(?i:claim|complaint|petition|demand|reclamo|demanda|querella|denuncia) (?:of|by|from|de|interpuesta por|presentada por) ${title}${claimant}`,
  `^\\W{0,4}${respondent} (?:must|should|ought to|owes|refuses|debe|adeuda|se niega) `,
  `(?i:order|direct|compel|require|condemn) ${whatIs}${title}${respondent} to(?!\\p{L})`,
  `(?i:(?:ordene|ordenar|condene|condenar) a) ${whatIs}${title}${respondent}`,
  `${respondent}(?:, [^.\\n]{1,80},)? (?:is|was|stands|has been|is hereby) (?:charged|accused|indicted)`,
  `${before}${answering},? ${title}${respondent}`,
  `${before}(?:[Tt]he|[Ll]a|[Ee]l) ${claiming},? ${title}${claimant}`,
  `(?:que el|que la|that the|el|la|the) \\p{Ll}+ ${respondent} \\p{Ll}+(?:ó|ed)(?!\\p{L})`,
  `${claimant}\\.?,? (?:[^,.\\n]{1,40}, )?(?:says|alleges|claims|complains|demands|asserts|submits|sostiene|alega|reclama|demanda|expone|denuncia)(?!\\p{L})`,
].map((source) => new RegExp(source, 'gmu'));

/** Whoever lost or suffered something is the one who complains of it. */
export const suffered = new RegExp(
  `${claimant} (?:\\p{Ll}+ ){0,2}?(?:lost|suffered|relied|was (?:misled|injured|deceived|harmed|induced)|perdió|sufrió|confió|fue (?:engañad[oa]|perjudicad[oa]))(?!\\p{L})`,
  'gu',
);

/** With whom the one who writes had to do: «I lent NAME», «I worked for NAME», «compré a NAME». */
export const dealtWith = new RegExp(
  `(?:(?<!\\p{L})(?:I|[Ww]e) (?:have )?(?:lent|paid|hired|bought|rented|sold|gave|engaged|ordered|worked|drove|booked|leased|contracted|agreed|commissioned|asked|lived)(?: [\\p{Ll}\\d$£€.,'-]+){0,8}?|(?i:compré|arrendé|contraté|presté|pagué|encargué|trabajé|entregué|vendí|firmé|celebré|convine)(?: [\\p{Ll}\\d$.,]+){0,8}? (?:a|con|de|para)) (?:the |la |el )?${title}${respondent}`,
  'gu',
);

/** A person addressed with a title within a sentence, but not the one to whom the paper is written. */
export const titled = new RegExp(
  `(?<!Dear |Estimad[oa] |Señor |To )(?:Mr|Mrs|Ms|Miss|don|doña|el señor|la señora|Sra?\\.)\\.? ${respondent}`,
  'gu',
);

/** A name that acts: followed by a verb in the past, what is said of the name between them allowed. */
export const acting = new RegExp(
  `${respondent}(?:, (?:who|whom|which|quien|que) [^,\\n]{1,160},)? (?:\\p{Ll}+ly )?(?:\\p{Ll}+(?:ed|ó)|under\\p{Ll}+|did|has|had|no|took|told|said|sold|broke|stole|struck|kept|left|never|nunca|se|le|me)(?!\\p{L})`,
  'gu',
);
