import type { DerReader } from '../der/der-reader.ts';
import { integerToHex, isMinimalInteger } from '../der/integer.ts';
import { tags } from '../der/tags.ts';
import type { CrlExtensions, RawExtension } from '../types.ts';
import {
  decodeFields,
  type ExtensionFacts,
  type FieldDecoder,
  type MutableFields,
} from './decode-fields.ts';
import { extensionOids } from './extension-oids.ts';
import { readIssuingDistributionPoint } from './issuing-distribution-point.ts';
import { readAuthorityKeyId } from './key-identifiers.ts';

type Fields = MutableFields<CrlExtensions>;

const decoders = new Map<string, FieldDecoder<Fields>>([
  [
    extensionOids.authorityKeyId,
    (value, into) => {
      const decoded = readAuthorityKeyId(value);
      if (decoded) into.authorityKeyId = decoded;
      return decoded !== null;
    },
  ],
  [
    extensionOids.issuingDistributionPoint,
    (value, into) => {
      const decoded = readIssuingDistributionPoint(value);
      if (decoded) into.issuingDistributionPoint = decoded;
      return decoded !== null;
    },
  ],
  [extensionOids.crlNumber, numberInto('crlNumber')],
  [extensionOids.deltaCrlIndicator, numberInto('baseCrlNumber')],
]);

/** RFC 5280 §5.2.3 and §5.2.4: an INTEGER alone. */
function numberInto(key: 'crlNumber' | 'baseCrlNumber'): FieldDecoder<Fields> {
  return (value, into) => {
    const decoded = readInteger(value, key);
    if (decoded !== null) into[key] = decoded;
    return decoded !== null;
  };
}

function readInteger(reader: DerReader, what: string): string | null {
  const element = reader.expect(tags.integer, what);
  if (!element) return null;
  const content = reader.content(element);
  if (!isMinimalInteger(content)) return reader.fail(`${what}: broken INTEGER`, element.start);
  return integerToHex(content);
}

/** Decodes the extensions of a CRL (RFC 5280 §5.2) that decide how OpenSSL and BoringSSL use it. */
export function decodeCrlExtensions(
  raw: readonly RawExtension[],
): ExtensionFacts & { readonly extensions: CrlExtensions } {
  const extensions: Fields = {};
  return { ...decodeFields(raw, decoders, extensions), extensions };
}
