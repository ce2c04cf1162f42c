import { parentPort, workerData } from 'node:worker_threads';
import { profileFolder } from './adapters/profiles/profile-folder.ts';
import { documentReaders } from './adapters/reading/document-readers.ts';
import { normsIn } from './court/intake/norms-in.ts';
import { answerTask } from './court/registry/answer-task.ts';
import type { RegistryTask } from './ports/registry-desk.ts';

/**
 * The thread in which the registry reads papers: another door into the court beside main.ts, with its own
 * readers. `workerData` is the folder of the jurisdictions.
 */
const tools = {
  readers: documentReaders(),
  findNorms: normsIn,
  profiles: profileFolder(String(workerData)),
};

parentPort?.on('message', (task: RegistryTask) => {
  answerTask(task, tools).then(
    (answer) => parentPort?.postMessage(answer),
    // A bug ends the thread, and whoever asked hears that it broke.
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
});
