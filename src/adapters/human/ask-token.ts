/** Asks for a token at the terminal without showing it; nobody can be asked through a pipe. */
export async function askToken(isTerminal: boolean): Promise<string | null> {
  if (!isTerminal) return null;
  const { isCancel, password } = await import('@clack/prompts');
  const said = await password({ message: 'Token' });
  return isCancel(said) ? null : said;
}
