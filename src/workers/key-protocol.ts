import type { SetupChoices, SetupMaterial } from '../core/authoring/types.ts';
import type { IssuedItem, KeyTask } from '../core/certificates/types.ts';
import type { Pkcs12Contents } from '../core/pki/index.ts';

/** Work on keys. Each runs in a worker of its own, so that ending it ends nothing else. */
export type KeyRequest =
  | { readonly kind: 'issue'; readonly task: KeyTask }
  /** Everything a new setup needs. */
  | { readonly kind: 'setup-material'; readonly choices: SetupChoices; readonly now: number }
  | { readonly kind: 'pkcs12'; readonly contents: Pkcs12Contents };

/** What each request is answered with. */
export interface KeyAnswers {
  readonly issue: readonly IssuedItem[];
  readonly 'setup-material': SetupMaterial;
  readonly pkcs12: Uint8Array;
}

/** From the key worker to the page. */
export type FromKeyWorker =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'answer'; readonly answer: KeyAnswers[keyof KeyAnswers] }
  | { readonly type: 'failed'; readonly message: string };
