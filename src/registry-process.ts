import { profileFolder } from './adapters/profiles/profile-folder.ts';
import { documentReaders } from './adapters/reading/document-readers.ts';
import { normsIn } from './court/intake/norms-in.ts';
import { answerTask } from './court/registry/answer-task.ts';
import type { RegistryTask } from './ports/registry-desk.ts';

/**
 * The process in which the registry reads papers: another door into the court beside main.ts, with its own
 * readers. Its one argument is the folder of the jurisdictions.
 */
const tools = {
  readers: documentReaders(),
  findNorms: normsIn,
  profiles: profileFolder(process.argv[2] ?? ''),
};

process.on('message', (task: RegistryTask) => {
  answerTask(task, tools).then(
    (answer) => process.send?.(answer),
    // A bug ends the process, and whoever asked hears that it broke.
    () => process.exit(1),
  );
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
