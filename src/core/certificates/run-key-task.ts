import { issueOrder, requestOrder } from './issue-order.ts';
import { renewCertificate } from './renew-certificate.ts';
import type { IssuedItem, KeyTask } from './types.ts';

/** Makes what a task asks for. Rejects as the tasks' own functions do. */
export async function runKeyTask(task: KeyTask, crypto: Crypto): Promise<readonly IssuedItem[]> {
  switch (task.kind) {
    case 'certificate':
      return [await issueOrder(task.order, crypto)];
    case 'request':
      return [await requestOrder(task.order, crypto)];
    case 'renewal':
      return renewCertificate(task.order, crypto);
    default:
      return task satisfies never;
  }
}
