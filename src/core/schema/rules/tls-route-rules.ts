import { isIpv4, isIpv6 } from '../structural/formats.ts';
import { textsRule } from './rule.ts';

const SOURCE = 'gateway-api apis/v1/tlsroute_types.go TLSRouteSpec.hostnames (v1.5)';
const RFC_1123 = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$/;

/** `spec.hostnames` of TLSRoute: names only, wildcards only as first label. */
export const tlsHostnameRules = [
  textsRule('hostnamesNoIp', 'Hostnames cannot contain an IP', SOURCE, (names) =>
    names.every((name) => !isIpv4(name) && !isIpv6(name)),
  ),
  textsRule('hostnamesRfc1123', 'Hostnames must be valid based on RFC-1123', SOURCE, (names) =>
    names.every((name) => name.includes('*') || RFC_1123.test(name)),
  ),
  textsRule(
    'hostnameWildcardsFirst',
    'Wildcards on hostnames must be the first label, and the rest of hostname must be valid based on RFC-1123',
    SOURCE,
    (names) =>
      names.every(
        (name) => !name.includes('*') || (name.startsWith('*.') && RFC_1123.test(name.slice(2))),
      ),
  ),
];
