import type { Certificate } from '../../../pki/types.ts';
import type { LoadedFile, OwnPair } from '../../../verify/loading/index.ts';
import type { Refusal, ServerBlock } from '../sides.ts';

/** What a program makes of files. */
export type Loaded<T> =
  /** `remark`: what it passed over without a word. */
  | { readonly state: 'loaded'; readonly value: T; readonly remark?: string }
  | ({ readonly state: 'refused' } & Refusal)
  /** Whether it takes them is not known; `why` says so in a sentence. */
  | { readonly state: 'unclear'; readonly why: string };

/** The certificate of a server block, and its key when that is known. */
export type BlockPair = NonNullable<ServerBlock['pair']>;

export type PresentedPair = Pick<OwnPair, 'chain' | 'keyProof'>;

/** How one kind of software reads the files of a TLS server. */
export interface FileLoader {
  readonly pair: (pair: BlockPair, block: ServerBlock) => Promise<Loaded<PresentedPair>>;
  readonly clientCa: (file: LoadedFile) => Loaded<readonly Certificate[]>;
  /** Which of the two it reads first, and so reports. */
  readonly first: 'pair' | 'trust';
}
