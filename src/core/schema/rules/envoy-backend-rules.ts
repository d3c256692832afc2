import type { JsonObject } from '../../manifest/types.ts';
import {
  has,
  listRule,
  objectAt,
  objectRule,
  objectsOf,
  sizeOf,
  textAt,
  textsRule,
} from './rule.ts';

const BACKEND = 'envoyproxy/gateway api/v1alpha1/backend_types.go';
const TLS = 'envoyproxy/gateway api/v1alpha1/tls_types.go';

const autoSni = (spec: JsonObject): boolean =>
  objectAt(spec, 'tls').autoSNIFromEndpointHostname === true;

/** `spec`. */
export const envoyBackendRules = [
  objectRule(
    'resolverWithoutEndpoints',
    'DynamicResolver type cannot have endpoints specified',
    BACKEND,
    (it) => it.type !== 'DynamicResolver' || !has(it, 'endpoints'),
  ),
  objectRule(
    'resolverWithoutAutoSni',
    'DynamicResolver type cannot use autoSNIFromEndpointHostname',
    BACKEND,
    (it) => it.type !== 'DynamicResolver' || !autoSni(it),
  ),
  objectRule(
    'autoSniHasHostnames',
    'when autoSNIFromEndpointHostname is enabled, IP and Unix endpoints must define a hostname',
    BACKEND,
    (it) => {
      if (!autoSni(it)) return true;
      if (!has(it, 'endpoints')) return { kind: 'error', error: 'no such key: endpoints' };
      return objectsOf(it.endpoints).every(
        (one) => (!has(one, 'ip') && !has(one, 'unix')) || has(one, 'hostname'),
      );
    },
  ),
];

/** `spec.endpoints`. */
export const fqdnNotMixed = listRule(
  'fqdnNotMixed',
  'fqdn addresses cannot be mixed with other address types',
  BACKEND,
  (endpoints) => {
    const named = endpoints.filter((one) => has(one, 'fqdn')).length;
    return named === 0 || named === endpoints.length;
  },
);

const addressKinds = (it: JsonObject): number =>
  ['fqdn', 'ip', 'unix'].filter((field) => has(it, field)).length;

/** `spec.endpoints[]`. With no kind at all both rules are broken. */
export const endpointAddressRules = [
  objectRule(
    'someAddress',
    'one of fqdn, ip or unix must be specified',
    BACKEND,
    (it) => addressKinds(it) > 0,
  ),
  objectRule(
    'oneAddress',
    'only one of fqdn, ip or unix can be specified',
    BACKEND,
    (it) => addressKinds(it) === 1,
  ),
];

/** `spec.endpoints[].unix.path`. */
export const unixPathLength = textsRule(
  'unixPathLength',
  'unix domain socket path must not exceed 108 characters',
  BACKEND,
  (paths) => paths.every((path) => Array.from(path).length <= 108),
);

const hasCa = (it: JsonObject): boolean =>
  sizeOf(it.caCertificateRefs) > 0 || textAt(it, 'wellKnownCACertificates') !== '';

/** `spec.tls` of Backend. */
export const envoyBackendTlsRules = [
  objectRule(
    'oneTrustSource',
    'must not contain both CACertificateRefs and WellKnownCACertificates',
    BACKEND,
    (it) => sizeOf(it.caCertificateRefs) === 0 || textAt(it, 'wellKnownCACertificates') === '',
  ),
  objectRule(
    'noTrustWhenSkipping',
    'must not contain either CACertificateRefs or WellKnownCACertificates when InsecureSkipVerify is enabled',
    BACKEND,
    (it) => it.insecureSkipVerify !== true || !hasCa(it),
  ),
  objectRule(
    'sniOrAutoSni',
    'sni and autoSNIFromEndpointHostname are mutually exclusive',
    BACKEND,
    (it) => !has(it, 'sni') || it.autoSNIFromEndpointHostname !== true,
  ),
];

const LOWEST = ['Auto', '1.0', '1.1', '1.2', '1.3'];
const HIGHEST = ['1.0', '1.1', '1.2', '1.3', 'Auto'];

/** TLS settings of Backend and EnvoyProxy. Without minVersion the server compares with 1.2. */
export const envoyTlsSettingsRules = [
  objectRule(
    'ciphersBelow13',
    'setting ciphers has no effect if the minimum possible TLS version is 1.3',
    TLS,
    (it) => it.minVersion !== '1.3' || !has(it, 'ciphers'),
  ),
  objectRule('minNotAboveMax', 'minVersion must be smaller or equal to maxVersion', TLS, (it) => {
    if (!has(it, 'maxVersion')) return true;
    const min = has(it, 'minVersion') ? LOWEST.indexOf(textAt(it, 'minVersion')) : 3;
    return min <= HIGHEST.indexOf(textAt(it, 'maxVersion')) + 1;
  }),
];
