import { makerOf, readDataValue, type DataValue } from '../../../gateway-api/index.ts';
import { isMade } from '../../../gateway-api/makers/makers.ts';
import type { ObjectIndex } from '../../../gateway-api/types.ts';
import type { JsonValue } from '../../../manifest/types.ts';
import { stringAt } from '../../../gateway-api/json.ts';
import { storedObject } from '../../stored-object.ts';
import { truncatedKeys } from './truncated-keys.ts';

/** What a reference to a Secret with a pair comes to. */
export type SecretReference =
  | {
      readonly kind: 'pair';
      readonly namespace: string;
      readonly certificate: DataValue;
      readonly key: DataValue;
    }
  /** A controller will make it; nothing can be said of what it will hold. */
  | { readonly kind: 'awaited'; readonly namespace: string }
  | { readonly kind: 'broken'; readonly message: string };

/**
 * Group and kind, existence, then the two keys, which are not parsed. Grants are asked afterwards.
 *
 * @param namespace of the object that refers
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `buildSecretReference`
 */
export function secretReference(
  index: ObjectIndex,
  ref: JsonValue | undefined,
  namespace: string,
): SecretReference {
  const group = stringAt(ref, ['group']) ?? '';
  const kind = stringAt(ref, ['kind']) ?? 'Secret';
  const name = stringAt(ref, ['name']) ?? '';
  const written = stringAt(ref, ['namespace']) ?? '';
  const broken = (cause: string): SecretReference => ({
    kind: 'broken',
    message: `invalid certificate reference ${group}/${kind}/${name}.${written}, ${cause}`,
  });
  if (group !== '' || kind !== 'Secret') return broken('only secret is allowed');
  const place = written === '' ? namespace : written;
  const secret = storedObject(index, 'Secret', place, name);
  if (secret === undefined)
    return makerOf(index, { kind: 'Secret', namespace: place, name }) === undefined
      ? broken('secret not found')
      : { kind: 'awaited', namespace: place };
  const [certificate, key] = [readDataValue(secret, 'tls.crt'), readDataValue(secret, 'tls.key')];
  if (certificate === undefined || key === undefined)
    return isMade(secret)
      ? { kind: 'awaited', namespace: place }
      : broken(
          `found secret, but didn't have expected keys (tls.crt and tls.key); found: ${truncatedKeys(secret)}`,
        );
  return certificate.bytes.length > 0 && key.bytes.length > 0
    ? { kind: 'pair', namespace: place, certificate, key }
    : broken('found keys "tls.crt" and "tls.key", but they were empty');
}
