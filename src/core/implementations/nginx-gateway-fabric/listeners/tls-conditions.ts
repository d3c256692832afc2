import { itemsAt, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { fieldError } from '../field-error.ts';
import { readsSeveralCertificates, terminatesTlsListeners } from '../versions.ts';
import { refusedCertificates, unsupportedValue } from './draft.ts';
import { tlsOptionErrors } from './tls-options.ts';

/**
 * What is wrong with `tls` of a listener, but for the Secrets that it names. Since 2.7 nothing more is asked of a listener
 * of HTTPS that does not end TLS.
 *
 * @see NGF graph/gateway_listener.go `createHTTPSListenerValidator`, `validateTLSFieldOnTLSListener`,
 *   `validateListenerTLSTerminateFields`
 */
export function tlsConditions(
  version: string,
  { value }: ManifestObject,
  { protocol, index, tlsMode }: Listener,
): readonly PredictedCondition[] {
  const tls = valueAt(value, ['spec', 'listeners', index, 'tls']);
  if (protocol !== 'HTTPS' && protocol !== 'TLS')
    return tls === undefined
      ? []
      : unsupportedValue(
          fieldError.forbidden('tls', `tls is not supported for ${protocol} listener`),
        );
  const several = readsSeveralCertificates(version);
  if (tls === undefined) {
    const path = protocol === 'TLS' && several ? 'tls' : 'TLS';
    return unsupportedValue(
      fieldError.required(path, `tls must be defined for ${protocol} listener`),
    );
  }
  if (protocol === 'TLS' && tlsMode === 'Passthrough') return [];
  if (protocol === 'TLS' && !terminatesTlsListeners(version))
    return unsupportedValue(
      fieldError.required('TLS.Mode', 'Mode must be passthrough for TLS listener'),
    );
  const mode = stringAt(tls, ['mode']) ?? 'Terminate';
  const ends = mode === 'Terminate' || !terminatesTlsListeners(version);
  return [
    ...(mode === 'Terminate'
      ? []
      : unsupportedValue(fieldError.notSupported('tls.mode', mode, ['Terminate']))),
    ...(ends ? tlsOptionErrors(tls, version).flatMap(unsupportedValue) : []),
    ...(ends ? referenceConditions(itemsAt(tls, ['certificateRefs']), several) : []),
  ];
}

/** Until 2.5 there was one certificate for a listener. */
function referenceConditions(
  refs: readonly JsonValue[],
  several: boolean,
): readonly PredictedCondition[] {
  const refuse = (message: string) => refusedCertificates('InvalidCertificateRef', message);
  const path = 'tls.certificateRefs';
  if (refs.length === 0)
    return refuse(
      fieldError.required(path, 'certificateRefs must be defined for TLS mode terminate'),
    );
  return [
    ...refs.slice(0, several ? undefined : 1).flatMap((ref, at) => {
      const kind = stringAt(ref, ['kind']) ?? 'Secret';
      const group = stringAt(ref, ['group']) ?? '';
      return [
        ...(kind === 'Secret'
          ? []
          : refuse(fieldError.notSupported(`${path}[${at}].kind`, kind, ['Secret']))),
        ...(group === ''
          ? []
          : refuse(fieldError.notSupported(`${path}[${at}].group`, group, ['']))),
      ];
    }),
    ...(several || refs.length === 1
      ? []
      : unsupportedValue(fieldError.tooMany(path, refs.length, 1))),
  ];
}
