import { itemsAt, makeFinding, namespacedName, objectAt } from '../../gateway-api/index.ts';
import type { Finding } from '../../model/index.ts';
import type { BackendOutcome } from './backend-outcome.ts';
import { tlsPolicyConditions } from './status/tls-policy-conditions.ts';
import type { TlsPolicyVerdict } from './backend-tls-policy.ts';
import type { ConfigPolicyVerdict } from './config-policy.ts';
import type { KgatewayFindingCode } from './findings.ts';
import type { KgatewayFeatures } from './versions.ts';

type KgatewayFinding = Finding<KgatewayFindingCode>;

/** Everything worth telling about the policies of one backend: refused, overridden, or too lenient. */
export function policyFindings(
  outcome: BackendOutcome,
  features: KgatewayFeatures,
): readonly KgatewayFinding[] {
  const { tlsPolicy, configPolicies } = outcome;
  return [
    ...(tlsPolicy === undefined ? [] : tlsPolicyFindings(tlsPolicy, features)),
    ...configPolicies.flatMap(refusedConfigPolicy),
    ...precedence(outcome, features),
    ...(outcome.source === 'config-policy' && outcome.errors.length === 0
      ? leniency(outcome.configPolicy)
      : []),
  ];
}

function tlsPolicyFindings(
  verdict: TlsPolicyVerdict,
  features: KgatewayFeatures,
): KgatewayFinding[] {
  const { policy, error } = verdict;
  if (error === undefined) return ignoredParts(verdict);
  const facts = tlsPolicyConditions(verdict, true, features).map(
    ({ type, status, reason, message }) => `${type}=${status}, ${reason}: ${message}`,
  );
  const refused = makeFinding<KgatewayFindingCode>({
    code: 'KGW-POLICY-REFUSED',
    severity: 'error',
    object: policy,
    path: error.field,
    params: { message: error.message },
    evidence: { facts },
    step: 8,
  });
  return [refused, ...ignoredParts(verdict)];
}

/** All caCertificateRefs but the first, and every option. */
function ignoredParts({ policy }: TlsPolicyVerdict): KgatewayFinding[] {
  const refs = ['spec', 'validation', 'caCertificateRefs'];
  const options = Object.keys(objectAt(policy.value, ['spec', 'options']) ?? {});
  const ignored: KgatewayFinding[] = [];
  if (itemsAt(policy.value, refs).length > 1)
    ignored.push(
      makeFinding({
        code: 'KGW-CA-REFS-IGNORED',
        severity: 'warning',
        object: policy,
        path: [...refs, 1],
        step: 8,
      }),
    );
  if (options.length > 0)
    ignored.push(
      makeFinding({
        code: 'KGW-OPTIONS-IGNORED',
        severity: 'note',
        object: policy,
        path: ['spec', 'options'],
        params: { options: options.join(', ') },
      }),
    );
  return ignored;
}

function refusedConfigPolicy({ policy, error }: ConfigPolicyVerdict): KgatewayFinding[] {
  if (error === undefined) return [];
  const { message, field } = error;
  return [
    makeFinding({
      code: 'KGW-CONFIG-POLICY-REFUSED',
      severity: 'error',
      object: policy,
      path: field,
      params: { message },
      step: 3,
    }),
  ];
}

/** Both kinds of policy want the same transport socket. */
function precedence(
  { tlsPolicy, configPolicy }: BackendOutcome,
  features: KgatewayFeatures,
): KgatewayFinding[] {
  if (tlsPolicy === undefined || configPolicy === undefined) return [];
  const by = namespacedName(tlsPolicy.policy);
  const message = `spec.tls overridden by BackendTLSPolicy ${by}`;
  return [
    makeFinding({
      code: features.configPolicyMerge ? 'KGW-CONFIG-POLICY-OVERRIDDEN' : 'KGW-TLS-ORDER-RANDOM',
      severity: 'warning',
      object: configPolicy.policy,
      path: ['spec', 'tls'],
      params: { by: `BackendTLSPolicy ${by}`, message },
      step: 3,
    }),
  ];
}

/** Settings with which the status says Valid and Envoy checks less than one expects. */
function leniency(verdict: ConfigPolicyVerdict | undefined): KgatewayFinding[] {
  const { policy, tls } = verdict ?? {};
  if (policy === undefined || tls === undefined) return [];
  const about = { severity: 'warning', object: policy, step: 8 } as const;
  const path = ['spec', 'tls'];
  const found: KgatewayFinding[] = [];
  const { trust } = tls;
  if (trust.kind === 'none') {
    const params = { cause: trust.reason };
    const field = trust.from?.path ?? path;
    found.push(makeFinding({ ...about, code: 'KGW-ANY-CERTIFICATE', path: field, params }));
  } else if (tls.sanMatchers.length === 0)
    found.push(makeFinding({ ...about, code: 'KGW-NAME-UNCHECKED', path }));
  if (tls.sni === undefined)
    found.push(makeFinding({ ...about, code: 'KGW-NO-SNI', severity: 'note', path, step: 4 }));
  if (tls.versions.length === 0)
    found.push(
      makeFinding({
        ...about,
        code: 'KGW-NO-TLS-VERSION',
        severity: 'error',
        path: [...path, 'parameters'],
        step: 4,
      }),
    );
  return found;
}
