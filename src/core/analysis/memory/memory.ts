import { createFileParser } from '../../manifest/index.ts';
import type { InspectedMaterial } from '../../pki/index.ts';
import type { SignatureChecker } from '../../verify/types.ts';
import type { BlobContents } from '../../pki/index.ts';
import { createAdmissionMemory, type AdmissionMemory } from '../admission/admission-memory.ts';
import type { CertificateSummary } from '../types.ts';
import type { Layouts } from '../../topology/index.ts';
import type { CertificateLints } from '../lint/types.ts';
import type { HandshakeSlot } from './handshake-slot.ts';
import { createInterner, type Interner } from './interner.ts';
import { createMemo, type Memo } from './memo.ts';

/** What an analyzer remembers between runs; nothing in it changes an answer, it only spares work. */
export interface Memory {
  readonly parse: ReturnType<typeof createFileParser>;
  readonly inspected: Memo<InspectedMaterial>;
  readonly blobs: Memo<Promise<BlobContents>>;
  readonly proofs: Memo<Promise<CertificateSummary['keyProof']>>;
  readonly handshakes: Memo<HandshakeSlot>;
  /** By role and fingerprint. */
  readonly lints: Memo<CertificateLints>;
  readonly layouts: Layouts;
  readonly admission: AdmissionMemory;
  /** Stands for a long text in a key. */
  readonly textNumber: Interner;
  /** The signature checker keeps its own verdicts; one is made per crypto implementation. */
  readonly checkerFor: (crypto: Crypto) => SignatureChecker;
}

const LIMIT = 20_000;
/** One for each connected part of the picture, with all its places. */
const LAYOUTS = 100;

/** Fresh memory around `createChecker`. */
export function createMemory(createChecker: (crypto: Crypto) => SignatureChecker): Memory {
  const checkers = new WeakMap<Crypto, SignatureChecker>();
  return {
    parse: createFileParser(),
    inspected: createMemo(LIMIT),
    blobs: createMemo(LIMIT),
    proofs: createMemo(LIMIT),
    handshakes: createMemo(LIMIT),
    lints: createMemo(LIMIT),
    layouts: createMemo(LAYOUTS),
    admission: createAdmissionMemory(),
    textNumber: createInterner(LIMIT),
    checkerFor(crypto) {
      const known = checkers.get(crypto) ?? createChecker(crypto);
      checkers.set(crypto, known);
      return known;
    },
  };
}
