import { parentPort } from 'node:worker_threads';
import type { RawFile } from '../../ports/document-reader.ts';
import { readPdf, type PdfLimits } from './read-pdf.ts';

/** The thread in which PDFs are read: one that never ends can be ended without the court. */
export type PdfTask = { readonly file: RawFile; readonly limits: PdfLimits };

parentPort?.on('message', (task: PdfTask) => {
  readPdf(task.file, task.limits).then(
    (reading) => parentPort?.postMessage(reading),
    () => parentPort?.postMessage(null),
  );
});
