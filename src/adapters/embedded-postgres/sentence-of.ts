/** What the server or its maker wrote before it ended, as one sentence for a person. */
export function sentenceOf(said: string, data: string, log: string | null): string {
  const where = log === null ? '' : ` More in ${log}.`;
  if (/shared memory[^\n]*No space left on device/.test(said)) {
    return `The shared memory of this machine (/dev/shm) is too small for a database.${where}`;
  }
  if (/No space left on device|ENOSPC/.test(said)) return diskFull(data);
  if (/error while loading shared libraries: ([^:\s]+)/.test(said)) {
    const [, library] = /libraries: ([^:\s]+)/.exec(said) ?? [];
    return `The embedded PostgreSQL lacks the library ${library} on this machine. Install it, or set DATABASE_URL.`;
  }
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const worst = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1);
  const reason = worst?.replace(/^.*?(?:FATAL|PANIC|error): */, '') ?? 'it said nothing';
  return `The database in ${data} does not start: ${reason}.${where}`;
}

export function diskFull(folder: string): string {
  return `The disk that holds ${folder} is full. Free some space, or choose another DATA_DIR.`;
}

export function isPortTaken(said: string): boolean {
  return /could not create any TCP\/IP sockets|could not bind IPv4 address/.test(said);
}
