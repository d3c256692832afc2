import type { IssuedItem, KeyTask } from '../core/certificates/types.ts';
import type { Pkcs12Contents } from '../core/pki/index.ts';
import { runKeyRequest, startKeyWorker, type Pending } from '../workers/index.ts';
import { startActivity } from './activity.ts';

/** Shows the work until it is over; ending it there or through `cancel` ends its worker alone. */
function shown<Answer>(label: string, pending: Pending<Answer>): Pending<Answer> {
  const done = startActivity(label, pending.cancel);
  return { ...pending, answer: pending.answer.finally(done) };
}

/**
 * Issues certificates in a worker of its own. The answer rejects with `Stopped` when it was ended, and with the reason
 * when the order cannot be carried out. Nothing is added to the workspace.
 *
 * @param label present tense: `Making an RSA 4096 key`
 */
export function issueKeys(label: string, task: KeyTask): Pending<readonly IssuedItem[]> {
  return shown(label, runKeyRequest<'issue'>(startKeyWorker, { kind: 'issue', task }));
}

/** Writes a PKCS#12 file with key and chain under a password. */
export function makePkcs12(contents: Pkcs12Contents): Pending<Uint8Array> {
  const request = { kind: 'pkcs12', contents } as const;
  return shown('Writing a PKCS#12 file', runKeyRequest<'pkcs12'>(startKeyWorker, request));
}
