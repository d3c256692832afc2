import {
  endpointAddressRules,
  envoyBackendRules,
  envoyBackendTlsRules,
  envoyTlsSettingsRules,
  fqdnNotMixed,
  unixPathLength,
} from '../rules/envoy-backend-rules.ts';
import { envoyProxyRules } from '../rules/envoy-proxy-rules.ts';
import type { StructuralSchema } from '../types.ts';
import { anyObject, anything, bool, choice, int32, list, obj, str, text } from './notation.ts';
import {
  conditions,
  localObjectReference,
  preciseHostname,
  secretReference,
  wellKnownCaCertificates,
} from './shared-types.ts';

const tlsVersion = choice(['Auto', '1.0', '1.1', '1.2', '1.3']);
const tlsSettings = {
  alpnProtocols: list(str()),
  ciphers: list(str()),
  clientCertificateRef: secretReference,
  ecdhCurves: list(str()),
  fingerprints: list(choice(['JA3', 'JA4'])),
  maxVersion: tlsVersion,
  minVersion: tlsVersion,
  signatureAlgorithms: list(str()),
};
const anyPort = int32(0, 65535);
const IP_ADDRESS =
  '^((25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$|^(([0-9a-fA-F]{1,4}:){1,7}[0-9a-fA-F]{1,4}|::|(([0-9a-fA-F]{1,4}:){0,5})?(:[0-9a-fA-F]{1,4}){1,2})$';

const endpoint = obj(
  {
    fqdn: obj({
      'hostname!': text(
        1,
        253,
        '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\.?$',
      ),
      'port!': anyPort,
    }),
    hostname: preciseHostname,
    ip: obj({ 'address!': text(3, 45, IP_ADDRESS), 'port!': anyPort }),
    unix: obj({ 'path!': str({ rules: [unixPathLength] }) }),
    zone: str(),
  },
  { rules: endpointAddressRules },
);

const backendTls = obj(
  {
    ...tlsSettings,
    autoSNIFromEndpointHostname: bool,
    caCertificateRefs: list(localObjectReference, { maxItems: 8 }),
    insecureSkipVerify: { type: 'boolean', default: false },
    sni: preciseHostname,
    wellKnownCACertificates: wellKnownCaCertificates,
  },
  { rules: [...envoyBackendTlsRules, ...envoyTlsSettingsRules] },
);

const APP_PROTOCOLS = ['h2c', 'ws', 'wss'].map((name) => `gateway.envoyproxy.io/${name}`);

/** Backend `gateway.envoyproxy.io/v1alpha1`. Source: `api/v1alpha1/backend_types.go`. */
export function envoyBackend(): StructuralSchema {
  return obj({
    'spec!': obj(
      {
        appProtocols: list(choice(APP_PROTOCOLS)),
        endpoints: list(endpoint, { minItems: 1, maxItems: 256, rules: [fqdnNotMixed] }),
        fallback: bool,
        tls: backendTls,
        type: choice(['Endpoints', 'DynamicResolver'], 'Endpoints'),
      },
      { rules: envoyBackendRules },
    ),
    status: obj({ conditions: conditions() }),
  });
}

/**
 * EnvoyProxy `gateway.envoyproxy.io/v1alpha1`. `backendTLS` is known in full; the other fields of `spec` are known by
 * name and taken as they are (2 100 fields of pods, telemetry and bootstrap that this app does not read).
 */
export function envoyProxy(): StructuralSchema {
  return obj({
    'spec!': obj(
      {
        backendTLS: obj(tlsSettings, { rules: envoyTlsSettingsRules }),
        bootstrap: anyObject,
        concurrency: int32(),
        dynamicModules: list(anything, { maxItems: 16, listType: 'map', listMapKeys: ['name'] }),
        extraArgs: list(str()),
        filterOrder: list(anything),
        geoIP: anyObject,
        ipFamily: choice(['IPv4', 'IPv6', 'DualStack']),
        logging: { ...anyObject, default: { level: { default: 'warn' } } },
        lua: anyObject,
        luaValidation: choice(['Strict', 'InsecureSyntax', 'Disabled']),
        mergeBackends: anyObject,
        mergeGateways: bool,
        mergeType: choice(['Replace', 'StrategicMerge', 'JSONMerge']),
        preserveRouteOrder: bool,
        provider: anyObject,
        routingType: str(),
        shutdown: anyObject,
        telemetry: anyObject,
      },
      { rules: envoyProxyRules },
    ),
    status: anyObject,
  });
}
