import {
  booleanAt,
  groups,
  isObject,
  itemsAt,
  kinds,
  numberAt,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import { parseIpAddress } from '../../pki/issuing/parse-ip-address.ts';
import type { EnvoyGatewayContext } from './context.ts';
import type { Refusal } from './refusal.ts';

type Rejection = Pick<Refusal, 'reason' | 'message' | 'at'>;

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Why Envoy Gateway does not accept a Backend, or null. A missing CA or client Secret is no reason: only routes
 * tell of it.
 *
 * @see internal/gatewayapi/backend.go `validateBackend`
 */
export function checkBackend(
  context: EnvoyGatewayContext,
  backend: ManifestObject,
): Rejection | null {
  return (
    endpointsOfResolver(backend) ??
    missingAuthorities(context, backend) ??
    secretElsewhere(context, backend) ??
    itemsAt(backend.value, ['spec', 'endpoints'])
      .map((endpoint, index) => checkEndpoint(context, backend, endpoint, index))
      .find((rejection) => rejection !== null) ??
    null
  );
}

/** A Backend that Envoy resolves by the request's host. */
export function isDynamicResolver(backend: ManifestObject | undefined): boolean {
  return stringAt(backend?.value, ['spec', 'type']) === 'DynamicResolver';
}

function endpointsOfResolver(backend: ManifestObject): Rejection | null {
  const path = ['spec', 'endpoints'];
  if (!isDynamicResolver(backend) || itemsAt(backend.value, path).length === 0) return null;
  const at = { objectId: backend.id, path };
  const message = 'DynamicResolver type cannot have endpoints specified';
  return { reason: 'InvalidBackendRef', message, at };
}

/**
 * `tls` without CA certificates needs policies that bring some: one for the whole Backend, or one for each port.
 * Policies of all namespaces count.
 */
function missingAuthorities(
  { resolution }: EnvoyGatewayContext,
  backend: ManifestObject,
): Rejection | null {
  const path = ['spec', 'tls'];
  const tls = valueAt(backend.value, path);
  const brings =
    !isObject(tls) || booleanAt(tls, ['insecureSkipVerify']) === true || hasAuthorities(tls);
  if (brings) return null;
  const sections = new Set<string>();
  for (const policy of resolution.index.ofKind(kinds.backendTlsPolicy))
    for (const target of itemsAt(policy.value, ['spec', 'targetRefs'])) {
      if (!isTarget(target, backend.name)) continue;
      const section = stringAt(target, ['sectionName']);
      if (section !== undefined) sections.add(section);
      else if (hasAuthorities(valueAt(policy.value, ['spec', 'validation']))) return null;
    }
  const ports = itemsAt(backend.value, ['spec', 'endpoints']).flatMap(portsOf);
  if (ports.length > 0 && ports.every((port) => sections.has(port))) return null;
  return {
    reason: 'InvalidBackendRef',
    message:
      'must specify either CACertificateRefs or WellKnownCACertificates when InsecureSkipVerify is unset or false',
    at: { objectId: backend.id, path },
  };
}

function hasAuthorities(value: JsonValue | undefined): boolean {
  const wellKnown = stringAt(value, ['wellKnownCACertificates']);
  return wellKnown !== undefined || itemsAt(value, ['caCertificateRefs']).length > 0;
}

function isTarget(target: JsonValue, name: string): boolean {
  return (
    stringAt(target, ['group']) === groups.envoyGateway &&
    stringAt(target, ['kind']) === 'Backend' &&
    stringAt(target, ['name']) === name
  );
}

function portsOf(endpoint: JsonValue): string[] {
  const port = numberAt(endpoint, ['fqdn', 'port']) ?? numberAt(endpoint, ['ip', 'port']);
  return port === undefined ? [] : [String(port)];
}

function secretElsewhere(
  { traits }: EnvoyGatewayContext,
  backend: ManifestObject,
): Rejection | null {
  const path = ['spec', 'tls', 'clientCertificateRef'];
  const namespace = stringAt(valueAt(backend.value, path), ['namespace']) ?? backend.namespace;
  if (!traits.backendClientSettings || namespace === backend.namespace) return null;
  const message = `clientCertificateRef Secret is not located in the same namespace as Backend. Secret namespace: ${namespace} does not match Backend namespace: ${backend.namespace}`;
  return { reason: 'InvalidBackendRef', message, at: { objectId: backend.id, path } };
}

function checkEndpoint(
  { config }: EnvoyGatewayContext,
  backend: ManifestObject,
  endpoint: JsonValue,
  index: number,
): Rejection | null {
  const refuse = (message: string, ...path: string[]): Rejection => ({
    reason: 'InvalidAddress',
    message,
    at: { objectId: backend.id, path: ['spec', 'endpoints', index, ...path] },
  });
  const hostname = stringAt(endpoint, ['hostname']);
  const { runsOnHost } = config;
  const named = hostname === undefined ? null : checkHostname(hostname, 'hostname', runsOnHost);
  if (named !== null) return refuse(named, 'hostname');
  const fqdn = stringAt(endpoint, ['fqdn', 'hostname']);
  if (fqdn !== undefined) {
    const message = checkHostname(fqdn, 'FQDN', runsOnHost);
    return message === null ? null : refuse(message, 'fqdn', 'hostname');
  }
  const address = stringAt(endpoint, ['ip', 'address']);
  const message = address === undefined ? null : checkAddress(address, runsOnHost);
  return message === null ? null : refuse(message, 'ip', 'address');
}

/**
 * Names of one label, `localhost` among them, are for proxies that run on the host.
 *
 * @see internal/gatewayapi/backend.go `validateHostname`
 */
function checkHostname(hostname: string, kind: string, runsOnHost: boolean): string | null {
  if (hostname.length > 253 || !SUBDOMAIN.test(hostname))
    return `hostname ${hostname} is not a valid ${kind}`;
  if (!hostname.includes('.') && !runsOnHost)
    return `hostname ${hostname} should be a domain with at least two segments separated by dots`;
  return parseIpAddress(hostname) === null ? null : `hostname ${hostname} is an IP address`;
}

function checkAddress(address: string, runsOnHost: boolean): string | null {
  const bytes = parseIpAddress(address);
  if (bytes === null) return `IP address ${address} is invalid`;
  const isLoopback =
    bytes.length === 4 ? bytes[0] === 127 : bytes.every((byte, at) => byte === (at === 15 ? 1 : 0));
  return isLoopback && !runsOnHost
    ? `IP address ${address} in the loopback range is only supported when using the Host infrastructure`
    : null;
}
