import type { IssuedItem, KeyTask } from '../core/certificates/types.ts';
import type { Pkcs12Contents } from '../core/pki/index.ts';

/** Work on keys. Each runs in a worker of its own, so that ending it ends nothing else. */
export type KeyRequest =
  | { readonly kind: 'issue'; readonly task: KeyTask }
  | { readonly kind: 'pkcs12'; readonly contents: Pkcs12Contents };

/** What each request is answered with. */
export interface KeyAnswers {
  readonly issue: readonly IssuedItem[];
  readonly pkcs12: Uint8Array;
}

/** From the key worker to the page. */
export type FromKeyWorker =
  | { readonly type: 'answer'; readonly answer: KeyAnswers[keyof KeyAnswers] }
  | { readonly type: 'failed'; readonly message: string };
