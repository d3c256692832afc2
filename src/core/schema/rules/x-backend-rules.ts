import { has, objectRule, textsRule } from './rule.ts';

const SOURCE = 'gateway-api apisx/v1alpha1/xbackend_types.go (v1.6)';

/** `spec`. */
export const externalHostnameForItsType = objectRule(
  'externalHostnameForItsType',
  'externalHostname must be set when type is ExternalHostname and must be unset otherwise',
  SOURCE,
  (it) => (it.type === 'ExternalHostname') === has(it, 'externalHostname'),
);

/** `spec.externalHostname.hostname`: the server looks for the cluster's own suffix only. */
export const hostnameOutsideCluster = textsRule(
  'hostnameOutsideCluster',
  'hostname must not be an IP address or end with .cluster.local',
  SOURCE,
  (names) => names.every((name) => !name.endsWith('.cluster.local')),
);

/** `spec.port.name`. */
export const portNameIsLabel = textsRule(
  'portNameIsLabel',
  'Name must be a valid DNS label',
  SOURCE,
  (names) =>
    names.every((name) => name === '' || /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)),
);

/** `spec.tls`. */
export const clientCertificateForItsMode = objectRule(
  'clientCertificateForItsMode',
  'clientCertificateRef must be set if and only if mode is ClientAndServer',
  SOURCE,
  (it) => (it.mode === 'ClientAndServer') === has(it, 'clientCertificateRef'),
);
