import type { WorkedOut } from '../../core/complaint/complaint.ts';
import type { WorkedOut as WorkedOutEntry } from '../../core/case/case-event.ts';
import type { Document } from '../../core/document/document.ts';

type WorkedOutWhat = WorkedOutEntry['what'];
export type Guess = {
  readonly confidence: WorkedOut<unknown>['confidence'];
  readonly because: string;
};

export function workedOut(
  what: WorkedOutWhat,
  { confidence, because }: Guess & { readonly value: unknown },
) {
  return { what, tier: confidence, because: { prose: because } };
}

export function complaintWorkedOut(complaint: WorkedOut<Document> | null, none: string) {
  return complaint === null
    ? workedOut('complaint', { value: null, confidence: 'weak', because: none })
    : workedOut('complaint', {
        ...complaint,
        because: `${complaint.value.name}: ${complaint.because}`,
      });
}
