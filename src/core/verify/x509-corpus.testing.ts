import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** What one library answered: `events` is `21@0,…`, or `-` when there was none. */
export interface RecordedAnswer {
  readonly ok: boolean;
  readonly err: number;
  readonly depth: number;
  readonly last: number;
  readonly events: string;
  readonly chain: number;
  readonly host: string | null;
}

export interface CorpusCase {
  readonly id: string;
  readonly kind: 'SERVER' | 'CLIENT';
  /** ISO 8601; null means the recording day. */
  readonly time: string | null;
  readonly name: { readonly kind: string; readonly value: string } | null;
  readonly depth: number | null;
  /** Indices into `certs`. */
  readonly trusted: readonly number[];
  readonly untrusted: readonly number[];
  readonly peer: number;
  readonly crls: readonly string[];
  readonly oracle: Readonly<Record<string, RecordedAnswer | null>>;
}

export interface X509Corpus {
  /** Base64 DER. */
  readonly certs: readonly string[];
  readonly cases: readonly CorpusCase[];
}

const file = new URL('../../../../shared/peer/x509-corpus/all-small.json.gz', import.meta.url);

/** x509-limbo and BetterTLS cases with recorded answers, read where they are; `null` when they are absent. */
export function loadX509Corpus(): X509Corpus | null {
  if (!existsSync(file)) return null;
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as X509Corpus;
}
