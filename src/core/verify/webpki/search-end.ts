import type { WebpkiAnchor } from './parse-anchor.ts';
import type { WebpkiCertificate } from './parse-certificate.ts';
import type { WebpkiError } from './webpki-error.ts';

/** Where a path ended: at an anchor, or with the error that ranks highest. */
export type SearchEnd = WebpkiError | FoundPath;

export interface FoundPath {
  readonly anchor: WebpkiAnchor;
  /** Leaf first, without the anchor. */
  readonly path: readonly WebpkiCertificate[];
  /** Certificates whose signature could not be checked here. */
  readonly unproven: readonly WebpkiCertificate[];
}
