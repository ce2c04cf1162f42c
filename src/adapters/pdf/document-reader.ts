import { Worker } from 'node:worker_threads';
import type {
  DocumentReader,
  RawDocument,
  RawFile,
  Unreadable,
} from '../../ports/document-reader.ts';
import type { PdfTask } from './pdf-thread.ts';
import { refusal, slow, unopened, type PdfLimits } from './read-pdf.ts';

const usual: PdfLimits = { pages: 5_000, milliseconds: 120_000 };
/** A thread gets this much longer than it was told, in milliseconds, before it is ended. */
const grace = 500;
const mostMegabytes = 768;

/**
 * Reads PDF, one file at a time, in a thread of its own: damage can send a parser into loops that no
 * timer interrupts, so the thread is ended and the file refused.
 */
export function pdfReader(limits: PdfLimits = usual): DocumentReader {
  let thread: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const started = newThread();
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (thread === started) thread = null;
    });
    thread = started;
    return started;
  }

  async function readNext(file: RawFile): Promise<RawDocument | Unreadable> {
    const running = thread ?? start();
    const reading = await ask(running, { file, limits });
    if (reading.kind === 'read' || reading.kind === 'refused') return reading;
    thread = null;
    await running.terminate();
    return refusal(file.name, reading.kind === 'late' ? slow(limits) : unopened(null));
  }

  return {
    format: 'pdf',
    read(file) {
      const reading = turn.then(() => readNext(file));
      turn = reading.catch(() => undefined);
      return reading;
    },
  };
}

function newThread(): Worker {
  return new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
}

type Answer = RawDocument | Unreadable | { readonly kind: 'late' } | { readonly kind: 'broken' };

async function ask(thread: Worker, task: PdfTask): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const answered = (reading: RawDocument | Unreadable | null) =>
    resolve(reading ?? { kind: 'broken' });
  const broken = () => resolve({ kind: 'broken' });
  const timer = setTimeout(() => resolve({ kind: 'late' }), task.limits.milliseconds + grace);
  thread.ref();
  thread.once('message', answered).once('error', broken).once('exit', broken);
  thread.postMessage(task);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    thread.off('message', answered).off('error', broken).off('exit', broken);
    // Left running for the next file, and never the reason why the court does not end.
    thread.unref();
  }
}
