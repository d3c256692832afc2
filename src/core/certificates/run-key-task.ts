import { issueOrder, requestOrder } from './issue-order.ts';
import { renewCertificate } from './renew-certificate.ts';
import type { CertificateOrder, IssuedItem, KeyTask } from './types.ts';

/** Makes what a task asks for. Rejects as the tasks' own functions do. */
export async function runKeyTask(task: KeyTask, crypto: Crypto): Promise<readonly IssuedItem[]> {
  switch (task.kind) {
    case 'certificate':
      return issueBelow(task.order, task.authority, crypto);
    case 'request':
      return [await requestOrder(task.order, crypto)];
    case 'renewal':
      return renewCertificate(task.order, crypto);
    default:
      return task satisfies never;
  }
}

async function issueBelow(
  order: CertificateOrder,
  authority: CertificateOrder | undefined,
  crypto: Crypto,
): Promise<readonly IssuedItem[]> {
  if (authority === undefined) return [await issueOrder(order, crypto)];
  const made = await issueOrder(authority, crypto);
  const issuer = { certificate: made.certificate ?? '', key: made.key ?? '' };
  return [made, await issueOrder({ ...order, issuer }, crypto)];
}
