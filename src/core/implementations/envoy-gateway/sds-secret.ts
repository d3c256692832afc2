import { readDataValue, stringAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { SdsSource } from './tls-settings.ts';

const SDS_TYPE = 'gateway.envoyproxy.io/sds';

/** A Secret that names an SDS server instead of holding a certificate. */
export function isSdsSecret(object: ManifestObject | undefined): boolean {
  return object?.kind === 'Secret' && stringAt(object.value, ['type']) === SDS_TYPE;
}

/**
 * `url` and `secretName` of an SDS reference Secret. Only Unix sockets are known here.
 *
 * @returns the source, or the control plane's error
 */
export function readSdsSecret(
  object: ManifestObject,
):
  | { readonly ok: true; readonly sds: SdsSource }
  | { readonly ok: false; readonly message: string } {
  const place = `${object.namespace}/${object.name}`;
  const refuse = (message: string) => ({ ok: false, message }) as const;
  const secretName = readDataValue(object, 'secretName')?.text ?? '';
  if (secretName === '') return refuse(`no secretName found in SDS reference secret ${place}`);
  const url = readDataValue(object, 'url')?.text ?? '';
  if (url === '') return refuse(`no url found in SDS reference secret ${place}`);
  const match = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(url);
  const scheme = match?.[1] ?? '';
  if (match === null || scheme !== 'unix')
    return refuse(
      `invalid URL in SDS reference secret ${place}: unsupported URL scheme: ${scheme}`,
    );
  return { ok: true, sds: { scheme, address: match[2] ?? '', secretName } };
}
