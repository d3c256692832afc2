import type { VerifyEvent } from '../types.ts';
import type { WebpkiError } from './webpki-error.ts';

/** The error as rustls reports it: `invalid peer certificate: …`. */
export function webpkiEvent(error: WebpkiError, depth: number): VerifyEvent {
  return {
    library: 'webpki',
    code: 0,
    name: error.name,
    text: `invalid peer certificate: ${error.display}`,
    debug: error.debug,
    depth,
  };
}
