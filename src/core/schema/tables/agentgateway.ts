import {
  agentgatewayPolicyRules,
  agentgatewayTargetRules,
  agentgatewayTlsRules,
} from '../rules/agentgateway-rules.ts';
import type { StructuralSchema } from '../types.ts';
import { anyObject, atomic, choice, list, map, obj, str, text } from './notation.ts';
import { group, kind, objectName, preciseHostname, sectionName } from './shared-types.ts';

/** A reference of which the name is read; releases differ in the other fields. */
const nameReference = obj({ name: str() }, { preserveUnknownFields: true });

/**
 * `BackendTLS`: TLS to backends. What else a release has there is taken as it is. Source:
 * `controller/api/v1alpha1/agentgateway/agentgateway_policy_types.go`.
 */
const backendTls = obj(
  {
    alpnProtocols: list(text(1, 64), { minItems: 1, maxItems: 16 }),
    caCertificateRefs: atomic(nameReference, { maxItems: 1 }),
    certificateSource: choice(['Inline', 'SPIFFE']),
    insecureSkipVerify: choice(['All', 'Hostname']),
    keyExchangeGroups: list(choice(['X25519', 'P-256', 'P-384', 'X25519_MLKEM768'])),
    mtlsCertificateRef: atomic(nameReference, { maxItems: 1 }),
    sni: preciseHostname,
    verifySubjectAltNames: list(text(1, 256), { minItems: 1, maxItems: 16 }),
  },
  { rules: agentgatewayTlsRules },
);

const targets = { minItems: 1, maxItems: 16, rules: agentgatewayTargetRules };

/**
 * AgentgatewayPolicy `agentgateway.dev/v1alpha1`: targets and `backend.tls` in full; `traffic`, `frontend` and the rest of
 * `backend` are taken as they are.
 */
export function agentgatewayPolicy(): StructuralSchema {
  const spec = obj(
    {
      backend: obj({ tls: backendTls }, { preserveUnknownFields: true }),
      frontend: anyObject,
      strategy: anyObject,
      targetRefs: atomic(
        obj({ 'group!': group, 'kind!': kind, 'name!': objectName, sectionName }),
        targets,
      ),
      targetSelectors: list(
        obj({ 'group!': group, 'kind!': kind, 'matchLabels!': map(str()), sectionName }),
        targets,
      ),
      traffic: anyObject,
    },
    { rules: agentgatewayPolicyRules },
  );
  return obj({ 'spec!': spec, status: anyObject });
}

/** AgentgatewayBackend `agentgateway.dev/v1alpha1`: `policies.tls` in full, what else stands in `spec` as it is. */
export function agentgatewayBackend(): StructuralSchema {
  const policies = obj({ tls: backendTls }, { preserveUnknownFields: true });
  return obj({
    'spec!': obj({ policies }, { preserveUnknownFields: true }),
    status: anyObject,
  });
}
