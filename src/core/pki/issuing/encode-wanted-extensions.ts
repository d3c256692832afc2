import { tags } from '../der/tags.ts';
import { encodeDer } from '../der-write.ts';
import { wantedExtensions } from './build-extensions.ts';
import type { RequestSpec } from './types.ts';

/** `Extensions` (RFC 5280 §4.1.2.9) as DER; with pkijs, so it is loaded late. */
export function encodeWantedExtensions(spec: RequestSpec): Uint8Array {
  const each = wantedExtensions(spec).map(
    (extension) => new Uint8Array(extension.toSchema().toBER(false)),
  );
  return encodeDer(tags.sequence, ...each);
}
