import {
  CLIENT_CERTIFICATE_REF,
  isObject,
  kinds,
  makeFinding,
  objectAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import type { AgentgatewayState } from './agentgateway-state.ts';
import type { AgentgatewayFindingCode } from './findings.ts';
import type { InlineTls } from './inline-tls.ts';
import type { SelectedTls } from './selected-tls.ts';
import type { TlsPolicyVerdict } from './tls-policy.ts';

type AgentgatewayFinding = Finding<AgentgatewayFindingCode>;

/** Everything worth telling about the TLS settings of one backend under one Gateway. */
export function tlsFindings(
  state: AgentgatewayState,
  gateway: ManifestObject,
  backend: ManifestObject,
  selected: SelectedTls | undefined,
): readonly AgentgatewayFinding[] {
  const own = selected?.kind === 'policy' ? policyFindings(selected.verdict) : [];
  const inline = selected?.kind === 'inline' ? inlineFindings(selected.tls) : [];
  return [
    ...own,
    ...inline,
    ...clientFindings(state, gateway, selected),
    ...ignoredConfigPolicies(state, backend),
  ];
}

function policyFindings({
  policy,
  accepted,
  resolvedRefs,
}: TlsPolicyVerdict): AgentgatewayFinding[] {
  const options = Object.keys(objectAt(policy.value, ['spec', 'options']) ?? {});
  const ignored =
    options.length === 0
      ? []
      : [
          makeFinding<AgentgatewayFindingCode>({
            code: 'AGW-OPTIONS-IGNORED',
            severity: 'note',
            object: policy,
            path: ['spec', 'options'],
            params: { options: options.join(', ') },
          }),
        ];
  if (accepted === undefined) return ignored;
  const facts = [
    ...(resolvedRefs === undefined
      ? []
      : [`ResolvedRefs=False, ${resolvedRefs.reason}: ${resolvedRefs.message}`]),
    `Accepted=False, ${accepted.reason}: ${accepted.message}`,
  ];
  const { reason, message, field } = accepted;
  const refused = makeFinding<AgentgatewayFindingCode>({
    code: 'AGW-POLICY-REFUSED',
    severity: 'error',
    object: policy,
    path: field,
    params: { reason, message },
    evidence: { facts },
    step: 8,
  });
  return [refused, ...ignored];
}

function inlineFindings({ object, path, errors, insecure }: InlineTls): AgentgatewayFinding[] {
  const found: AgentgatewayFinding[] = [];
  const about = { object, path, step: 8 } as const;
  if (errors.length > 0) {
    const params = { message: errors.join('; ') };
    found.push(makeFinding({ ...about, code: 'AGW-TLS-REFUSED', severity: 'error', params }));
  }
  if (insecure === undefined) return found;
  const code = insecure === 'All' ? 'AGW-ANY-CERTIFICATE' : 'AGW-NAME-UNCHECKED';
  const field = [...path, 'insecureSkipVerify'];
  found.push(makeFinding({ ...about, code, severity: 'warning', path: field }));
  return found;
}

/** The Gateway's client certificate goes with BackendTLSPolicies alone. */
function clientFindings(
  state: AgentgatewayState,
  gateway: ManifestObject,
  selected: SelectedTls | undefined,
): AgentgatewayFinding[] {
  const verdict = state.clientCertificate(gateway);
  if (verdict.kind === 'none' || selected === undefined) return [];
  const about = { object: gateway, step: 5 } as const;
  if (selected.kind === 'inline') {
    const own = selected.tls.clientCertificate?.chain.pem;
    if (verdict.kind === 'used' && verdict.certificate.chain.pem === own) return [];
    return [
      makeFinding({
        ...about,
        code: 'AGW-CLIENT-CERTIFICATE-UNUSED',
        severity: 'warning',
        path: CLIENT_CERTIFICATE_REF,
        params: { by: `${selected.tls.object.kind} ${selected.tls.object.name}` },
      }),
    ];
  }
  if (verdict.kind === 'used') return [];
  const { message, field } = verdict;
  return [
    makeFinding({
      ...about,
      code: 'AGW-CLIENT-CERTIFICATE-REFUSED',
      severity: 'error',
      path: field,
      params: { message },
    }),
  ];
}

/** kgateway's BackendConfigPolicy on this backend, which agentgateway never reads. */
function ignoredConfigPolicies(
  { resolution }: AgentgatewayState,
  backend: ManifestObject,
): AgentgatewayFinding[] {
  return resolution.index.ofKind(kinds.backendConfigPolicy).flatMap((object) => {
    if (!isObject(valueAt(object.value, ['spec', 'tls']))) return [];
    const targets = resolution.references.some(
      ({ kind, from, target }) =>
        kind === 'policyTarget' && from.objectId === object.id && target.key === backend.key,
    );
    if (!targets) return [];
    return [
      makeFinding({
        code: 'AGW-CONFIG-POLICY-IGNORED' as const,
        severity: 'warning',
        object,
        path: ['spec', 'tls'],
        step: 3,
      }),
    ];
  });
}
