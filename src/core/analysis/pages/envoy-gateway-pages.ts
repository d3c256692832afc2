import type { EnvoyGatewayFindingCode } from '../../implementations/envoy-gateway/findings.ts';
import type { FindingPage } from './types.ts';

/** Pages about Envoy Gateway. */
export const envoyGatewayPages: Readonly<Record<EnvoyGatewayFindingCode, FindingPage>> = {
  'EG-POLICY-REFUSED': {
    title: 'Envoy Gateway refuses a BackendTLSPolicy',
    what: 'It found no usable CA in the objects that the policy names.',
    why: 'The policy gets Accepted=False, reason NoValidCACertificate, and requests to the backend get 500.',
    fix: 'Correct the reference, or add the CA under ca.crt.',
  },
  'EG-BACKEND-REFUSED': {
    title: 'Envoy Gateway refuses a backendRef',
    what: 'The backend is missing, not permitted, of an unsupported kind or without endpoints.',
    why: 'The route gets ResolvedRefs=False; its share of requests gets 500, or 503 without endpoints.',
    fix: 'Correct the field that the message names.',
  },
  'EG-TLS-REFUSED': {
    title: 'TLS settings that Envoy Gateway cannot apply',
    what: 'The CA or client certificate named by a Backend or EnvoyProxy cannot be used.',
    why: 'The route reports InvalidBackendTLS and requests get 500, while conditions of the policy stay as they were.',
    fix: 'Correct the field, or add the Secret in that namespace.',
  },
  'EG-BACKEND-API-OFF': {
    title: 'The Backend API is off',
    what: 'The kind Backend works only when extensionApis.enableBackend is true in the EnvoyGateway configuration.',
    why: 'Routes to a Backend get 500.',
    fix: 'Set it to true and restart Envoy Gateway.',
  },
  'EG-BACKEND-API-UNKNOWN': {
    title: 'Not known whether the Backend API is on',
    what: 'It is off by default, and the EnvoyGateway configuration is not among the files.',
    why: 'Everything here takes it to be on; where it is off, requests get 500.',
    fix: 'Look at ConfigMap envoy-gateway-config, or add it to the files.',
  },
  'EG-CLIENT-CERTIFICATE-REFUSED': {
    title: 'Envoy Gateway refuses the client certificate of a Gateway',
    what: 'The Secret of spec.tls.backend is missing, not permitted or not usable.',
    why: 'Envoy connects without a certificate; routes still report that all is resolved.',
    fix: 'Correct the reference or the Secret.',
  },
  'EG-ENVOY-PROXY-REPLACED': {
    title: 'A Gateway replaces the backend TLS of its EnvoyProxy',
    what: 'While the Gateway has spec.tls.backend, spec.backendTLS of the EnvoyProxy is not read at all.',
    why: 'TLS versions, ciphers and ALPN protocols set there do not apply either.',
    fix: 'Keep the settings in one of the two places.',
  },
  'EG-FIELD-NOT-READ': {
    title: 'A field that this Envoy Gateway does not read',
    what: 'The field exists in the CRD and is read by a later release.',
    why: 'It changes nothing, and no condition says so.',
    fix: 'Use the release that reads it.',
  },
  'EG-SKIP-VERIFY': {
    title: 'insecureSkipVerify on a Backend',
    what: 'Envoy gets no CA and checks neither chain nor name of the server certificate.',
    why: 'The connection is encrypted, but whoever answers on the address can read and change the traffic.',
    fix: 'Remove it and name the CA of the backend.',
  },
  'EG-SNI-FROM-REQUEST': {
    title: 'SNI taken from the request',
    what: 'Neither Backend nor policy gives a name, so Envoy sends the host that the client asked for and wants it in the certificate.',
    why: 'A certificate for the internal name is refused.',
    fix: 'Set tls.sni of the Backend, or add a BackendTLSPolicy.',
  },
  'EG-NO-NAME-CHECKED': {
    title: 'No name is checked',
    what: 'Envoy has no name to compare the certificate with.',
    why: 'Every certificate of the CA passes, also one for another service.',
    fix: 'Set tls.sni of the Backend, or add a BackendTLSPolicy.',
  },
  'EG-CA-OTHER-KEY': {
    title: 'Envoy Gateway takes the CA from another key',
    what: 'Without ca.crt it falls back to another key of the object; which one depends on the release.',
    why: 'The same objects fail with other gateways and releases.',
    fix: 'Name the key ca.crt.',
  },
  'EG-SECTION-SHADOWED': {
    title: 'A policy for the port that Envoy Gateway passes over',
    what: 'Before 1.9 the first policy by age and name wins, even when a later one names the port.',
    why: 'The CA of the other policy is used, and this one gets no status.',
    fix: 'Give both a sectionName, or use 1.9 or later.',
  },
  'EG-SECRET-REJECTED': {
    title: 'Envoy rejects a certificate that Envoy Gateway passed on',
    what: 'Envoy Gateway does not parse all that it sends. Envoy does, and rejects the secret.',
    why: 'All conditions are True and every request gets 503, or the last good certificate stays in use.',
    fix: 'Replace the certificate or key; xds_nack_total counts such rejections.',
  },
};
