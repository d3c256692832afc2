import { CLIENT_CERTIFICATE_REF, isObject, valueAt } from '../../gateway-api/index.ts';
import {
  attachedEnvoyProxies,
  envoyProxySettings,
} from '../../implementations/envoy-gateway/attached-envoy-proxy.ts';
import { traitsOf } from '../../implementations/envoy-gateway/traits.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';
import { sourceVersion } from '../source/source-version.ts';
import type { OwnTls } from '../source/types.ts';
import type { Place } from '../types.ts';
import { envoyGatewayNames, readParameters } from './read-parameters.ts';
import type { TlsParameters, Tuning } from './types.ts';

/**
 * The TLS parameters that hold, under the implementation that is left, for every backend that is reached by TLS: those of its
 * own before those of the Gateway's EnvoyProxy, and none where a BackendTLSPolicy goes before the object that has them.
 */
export function tuningsOf(
  draft: ConversionDraft,
  scope: Scope,
  own: readonly OwnTls[],
): readonly Tuning[] {
  const wide = new Map(scope.gateways.map((key) => [key, ofGateway(draft, key)]));
  return [...scope.backends].flatMap(([backend, { gateways }]) => {
    const hasPolicy = (scope.resolution.policyTargets.get(backend) ?? []).length > 0;
    const settings = own.filter(({ targets }) => targets.includes(backend));
    if (!hasPolicy && settings.length === 0) return [];
    const counts = settings.find(
      ({ besidePolicy }) =>
        !hasPolicy || besidePolicy === 'own-wins' || draft.request.from === 'envoy-gateway',
    );
    const byGateway = [...gateways].map(
      (key) => [key, { ...wide.get(key), ...counts?.parameters }] as const,
    );
    return [{ backend, byGateway: new Map(byGateway) }];
  });
}

/** `EnvoyProxy.spec.backendTLS`, unless `Gateway.spec.tls.backend` is there: then Envoy Gateway reads none of it. */
export function ofGateway(draft: ConversionDraft, key: string): TlsParameters {
  const gateway = draft.object(key);
  if (gateway === undefined || draft.request.from !== 'envoy-gateway') return {};
  const { gatewayBackendTls } = traitsOf(sourceVersion(draft));
  if (gatewayBackendTls && isObject(valueAt(gateway.value, CLIENT_CERTIFICATE_REF))) return {};
  const settings = envoyProxySettings(attachedEnvoyProxies(draft.index, gateway));
  if (settings === null) return {};
  const at = (name: string) => {
    const { objectId, path } = settings.from(name);
    return placeOf(draft.index.byId.get(objectId) ?? gateway, path);
  };
  return readParameters(settings.value, envoyGatewayNames, at, { auto: '1.2', emptyAlpn: true });
}

/** Where parameters are written. */
export function placesOf(parameters: TlsParameters): readonly Place[] {
  const { min, max, ciphers, groups, schemes, alpn } = parameters;
  return [min, max, ciphers, groups, schemes, alpn].flatMap((one) => (one ? [one.at] : []));
}
