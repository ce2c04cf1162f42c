/**
 * Writes docs/config.md and .env.example from the list of settings.
 *
 * Run: `npm run settings`
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Setting, settings } from '../../src/config.ts';

/** Path from the root of the repository, and what stands there. */
export type Page = { readonly path: string; readonly text: string };

const all: readonly Setting[] = Object.values(settings);

export function settingsPages(): readonly Page[] {
  return [
    { path: 'docs/config.md', text: markdown() },
    { path: '.env.example', text: example() },
  ];
}

function markdown(): string {
  const rows = all.map((setting) => {
    const name = `\`${setting.name}\`${setting.secret === true ? ' (secret)' : ''}`;
    return `| ${name} | ${setting.is} | ${usual(setting)} | ${setting.about} |`;
  });
  return `# Settings

Made from \`src/config.ts\` by \`npm run settings\`.

A setting is a variable of the environment, or a line of the file \`.env\` in the working folder, which git ignores; the environment wins, and an empty one counts as not set. \`.env.example\` has them all. A setting that is no good stops the start with its name and the reason, all of them at once. A secret is never shown.

| setting | what it is | when it is not set | what for |
|---|---|---|---|
${rows.join('\n')}
`;
}

function usual({ default: value, inDevelopment, unset }: Setting): string {
  const otherwise = value === undefined ? (unset ?? '') : `\`${value}\``;
  return inDevelopment === undefined
    ? otherwise
    : `${otherwise}; in development \`${inDevelopment}\``;
}

function example(): string {
  const blocks = all.map(({ name, about, default: value, unset }) => {
    const tail = value === undefined ? ` Not set: ${unset}.` : '';
    return `# ${about}${tail}\n#${name}=${value ?? ''}\n`;
  });
  return `# Copy to .env, and take the sign # from the lines that you set. Explained in docs/config.md.\n\n${blocks.join('\n')}`;
}

if (import.meta.main) {
  for (const { path, text } of settingsPages()) {
    writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), text);
    process.stdout.write(`${path}\n`);
  }
}
