import { stringAt, valueAt } from '../../gateway-api/index.ts';
import type { JsonValue } from '../../manifest/types.ts';
import type { Place } from '../types.ts';
import type { ParameterNames, TlsParameters, Written } from './types.ts';

/** No field for any of them. */
export const noNames: ParameterNames = {
  min: null,
  max: null,
  ciphers: null,
  groups: null,
  schemes: null,
  alpn: null,
};

/** Names in `TLSSettings` of Envoy Gateway. @see api/v1alpha1/tls_types.go */
export const envoyGatewayNames: ParameterNames = {
  min: 'minVersion',
  max: 'maxVersion',
  ciphers: 'ciphers',
  groups: 'ecdhCurves',
  schemes: 'signatureAlgorithms',
  alpn: 'alpnProtocols',
};

/** Names in `spec.tls.parameters` of BackendConfigPolicy. */
export const configPolicyNames: ParameterNames = {
  ...noNames,
  min: 'minVersion',
  max: 'maxVersion',
  ciphers: 'cipherSuites',
  groups: 'ecdhCurves',
  schemes: 'signatureAlgorithms',
};

/** Names in `spec.tls` of BackendConfigPolicy, beside `parameters`. */
export const besideConfigPolicyNames: ParameterNames = { ...noNames, alpn: 'alpnProtocols' };

/** Names in `BackendTLS` of agentgateway. @see agentgateway_policy_types.go */
export const agentgatewayNames: ParameterNames = {
  ...noNames,
  groups: 'keyExchangeGroups',
  alpn: 'alpnProtocols',
};

/**
 * The parameters of a block. An empty list says nothing, but for Envoy Gateway's ALPN, which it turns off.
 *
 * @param auto what the version `Auto` comes to; without it the default holds
 */
export function readParameters(
  block: JsonValue | undefined,
  names: ParameterNames,
  placeOfField: (name: string) => Place,
  { auto, emptyAlpn = false }: { readonly auto?: string; readonly emptyAlpn?: boolean } = {},
): TlsParameters {
  const version = (name: string | null): Written<string> | undefined => {
    const found = name === null ? undefined : stringAt(block, [name]);
    const value = found?.toLowerCase() === 'auto' ? auto : found;
    return name === null || value === undefined ? undefined : { value, at: placeOfField(name) };
  };
  const list = (name: string | null, keepsEmpty = false) => {
    const found = name === null ? undefined : valueAt(block, [name]);
    if (name === null || !Array.isArray(found)) return undefined;
    const value = found.filter((one) => typeof one === 'string');
    return value.length === 0 && !keepsEmpty ? undefined : { value, at: placeOfField(name) };
  };
  return defined({
    min: version(names.min),
    max: version(names.max),
    ciphers: list(names.ciphers),
    groups: list(names.groups),
    schemes: list(names.schemes),
    alpn: list(names.alpn, emptyAlpn),
  });
}

type Loose = { readonly [Name in keyof TlsParameters]: TlsParameters[Name] | undefined };

function defined({ min, max, ciphers, groups, schemes, alpn }: Loose): TlsParameters {
  return {
    ...(min && { min }),
    ...(max && { max }),
    ...(ciphers && { ciphers }),
    ...(groups && { groups }),
    ...(schemes && { schemes }),
    ...(alpn && { alpn }),
  };
}
