import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Language } from '../core/document/document.ts';
import { type BundleVerdict, verifyBundle } from '../core/record/bundle.ts';
import { describeFinding } from '../core/record/finding.ts';
import { verifyRecord } from '../core/record/verify-record.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import type { World } from './world.ts';

type VerifyOptions = {
  readonly trust?: string;
  readonly json: boolean;
  readonly language: Language;
};

const most = 20;

type Tools = Pick<World, 'archive' | 'hashing'>;

/** `court verify BUNDLE|RECORD`: whether a record is as it was signed, offline, and what was changed. */
export function verifyCommand(context: CommandContext, tools: Tools): Command {
  return new Command('verify')
    .description('Whether a record is as it was signed; what was changed, and where.')
    .argument('<file>', 'a bundle.zip or a record.jsonl')
    .option('--trust <fingerprint>', 'the fingerprint of the only key that may have signed')
    .option('--json', 'print the verdict as JSON', false)
    .addOption(
      new Option('--language <language>', 'of the answer').choices(['en', 'es']).default('en'),
    )
    .action(async (file: string, options: VerifyOptions) => {
      context.done(await verify(context.io, tools, file, options));
    });
}

async function verify(
  io: Io,
  tools: Tools,
  file: string,
  options: VerifyOptions,
): Promise<ExitCode> {
  const { trust, language } = options;
  const words = sentences[language];
  if (trust !== undefined && !/^[0-9a-f]{64}$/i.test(trust.replace(/[\s:-]/g, ''))) {
    io.err(words.badFingerprint(trust));
    return 2;
  }
  const bytes = await readFile(file).catch((cause: Error) => cause);
  if (bytes instanceof Error) {
    io.err(words.unreadable(file, bytes.message));
    return 2;
  }
  const verdict = await judge(tools, bytes, trust);
  if (typeof verdict === 'string' || verdict.kind === 'not-a-record') {
    io.err(words.noRecord(file, typeof verdict === 'string' ? verdict : ''));
    return 2;
  }
  if (options.json) io.out(JSON.stringify(plain(verdict, language), null, 2));
  else for (const line of told(verdict, language)) io.out(line);
  return verdict.kind === 'broken' ? 1 : 0;
}

/** The verdict, or why there can be none. */
async function judge(
  { archive, hashing }: Tools,
  bytes: Buffer,
  trust: string | undefined,
): Promise<BundleVerdict | string> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    const request = trust === undefined ? { record: bytes } : { record: bytes, trust };
    return { ...verifyRecord(request, hashing), missingFiles: [] };
  }
  const answer = await archive.open(bytes);
  if (answer.kind === 'read') return verifyBundle(answer.files, trust, hashing);
  return answer.refusals.map(({ rule, says }) => `${says} [${rule}]`).join(' ');
}

function plain({ texts, findings, ...verdict }: BundleVerdict, language: Language): object {
  return {
    ...verdict,
    texts: texts.size,
    findings: findings.map((found) => ({ ...found, says: describeFinding(found, language) })),
  };
}

function told(verdict: BundleVerdict, language: Language): readonly string[] {
  const words = sentences[language];
  const missing = [
    ...(verdict.missing ?? []).map(({ seq, id, path }) => words.missingText(seq, id, path)),
    ...verdict.missingFiles.map(words.missingFile),
  ];
  const findings = verdict.findings.map(
    (found) => `${describeFinding(found, language)} [${found.rule}]`,
  );
  return [
    words[verdict.kind === 'not-a-record' ? 'broken' : verdict.kind],
    words.count(verdict.case ?? '?', verdict.events, verdict.heads),
    ...(verdict.fingerprint === null ? [] : [words.key(verdict.fingerprint)]),
    ...firstOf(findings, words.more),
    ...firstOf(missing, words.more),
  ];
}

function firstOf(lines: readonly string[], more: (count: number) => string): readonly string[] {
  const shown = lines.slice(0, most).map((line) => `- ${line}`);
  return lines.length > most ? [...shown, more(lines.length - most)] : shown;
}

const sentences = {
  en: {
    'consistent-and-trusted': 'Consistent: nothing was changed, and the trusted key signed it.',
    'consistent-signer-unknown':
      'Consistent, signer unknown: nothing was changed since it was signed. ' +
      'Compare the fingerprint with the one that the court gives, or use --trust.',
    broken: 'BROKEN: this is not what was signed by the key that you may trust.',
    count: (id: string, events: number, heads: number) =>
      `Case ${id}: ${events} events, ${heads} valid signed heads.`,
    key: (fingerprint: string) => `Key: ${fingerprint}`,
    missingText: (seq: number, id: string, path: string) =>
      `Missing text: event ${seq} (${id}), at ${path}. The chain holds without it.`,
    missingFile: (name: string) => `Missing file: ${name}. The chain holds without it.`,
    more: (count: number) => `… and ${count} more (all with --json).`,
    badFingerprint: (text: string) =>
      `--trust takes a fingerprint of 64 hex digits, not "${text}".`,
    unreadable: (file: string, why: string) => `${file} cannot be read: ${why}`,
    noRecord: (file: string, why: string) => `${file} is neither a bundle nor a record. ${why}`,
  },
  es: {
    'consistent-and-trusted': 'Íntegro: nada fue alterado y lo firmó la clave de confianza.',
    'consistent-signer-unknown':
      'Íntegro, firmante desconocido: nada fue alterado desde que se firmó. ' +
      'Compare la huella con la que da el tribunal, o use --trust.',
    broken: 'ALTERADO: esto no es lo que firmó la clave en que usted puede confiar.',
    count: (id: string, events: number, heads: number) =>
      `Causa ${id}: ${events} eventos, ${heads} firmas válidas.`,
    key: (fingerprint: string) => `Clave: ${fingerprint}`,
    missingText: (seq: number, id: string, path: string) =>
      `Falta un texto: evento ${seq} (${id}), en ${path}. La cadena vale sin él.`,
    missingFile: (name: string) => `Falta un archivo: ${name}. La cadena vale sin él.`,
    more: (count: number) => `… y ${count} más (todo con --json).`,
    badFingerprint: (text: string) =>
      `--trust pide una huella de 64 dígitos hexadecimales, no «${text}».`,
    unreadable: (file: string, why: string) => `No se puede leer ${file}: ${why}`,
    noRecord: (file: string, why: string) => `${file} no es un paquete ni un expediente. ${why}`,
  },
} as const;
