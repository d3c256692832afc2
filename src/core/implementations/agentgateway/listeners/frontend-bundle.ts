import {
  namespacedName,
  readDataValue,
  stringAt,
  valueAt,
  type Reference,
} from '../../../gateway-api/index.ts';
import type { ObjectIndex } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { binaryText } from '../../../verify/der/binary-text.ts';
import { goCertPool } from '../../../verify/go/cert-pool.ts';
import { storedObject } from '../../stored-object.ts';
import type { TlsRefusal } from './tls-refusal.ts';
import { truncatedKeys } from './truncated-keys.ts';

/** The CAs for clients, bundled; with some of them broken the others still work. */
export interface FrontendBundle {
  /** The first error. */
  readonly refusal?: TlsRefusal;
  /** No CA can be used. */
  readonly empty: boolean;
}

/**
 * @param references of `Gateway.spec.tls.frontend` for the port of the listener
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `bundleCaCertificates`
 */
export function frontendBundle(
  index: ObjectIndex,
  gateway: ManifestObject,
  references: readonly Reference[],
): FrontendBundle {
  const refusals = references.flatMap((reference) => refusalOf(index, gateway, reference) ?? []);
  const [refusal] = refusals;
  const empty = refusals.length === references.length;
  return refusal === undefined ? { empty } : { refusal, empty };
}

function refusalOf(
  index: ObjectIndex,
  gateway: ManifestObject,
  { target, from, permission }: Reference,
): TlsRefusal | undefined {
  const { group, kind, namespace, name } = target;
  const written = stringAt(valueAt(gateway.value, from.path), ['namespace']) ?? '';
  const printed = `${group}/${kind}/${name}.${written}`;
  const refuse = (cause: string, reason = 'InvalidCACertificateRef'): TlsRefusal => ({
    reason,
    message: `invalid CA certificate reference${cause}`,
    authority: true,
  });
  if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret'))
    return refuse(` ${printed}, only secret and configmap are allowed`, 'InvalidCACertificateKind');
  const object = storedObject(index, kind, namespace, name);
  if (object === undefined) return refuse(`, ${kind.toLowerCase()} ${namespace}/${name} not found`);
  const value = readDataValue(object, 'ca.crt');
  if (value === undefined)
    return refuse(
      ` ${printed}, found secret, but didn't have expected keys ca.crt; found: ${truncatedKeys(object)}`,
    );
  if (value.bytes.length === 0) return refuse(` ${printed}, found key "ca.crt", but it was empty`);
  if (goCertPool(binaryText(value.bytes)).length === 0)
    return refuse(` ${namespacedName(object)}, the bundle is malformed`);
  if (permission !== 'denied') return undefined;
  const message = `caCertificateRef ${namespace}/${name} not accessible to a Gateway in namespace "${gateway.namespace}" (missing a ReferenceGrant?)`;
  return { reason: 'RefNotPermitted', message, authority: true };
}
