import { isObject, makeFinding, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef, Finding, StepNumber } from '../../model/index.ts';
import type { UpstreamTls } from '../types.ts';
import { attachedEnvoyProxies, envoyProxySettings } from './attached-envoy-proxy.ts';
import type { EnvoyGatewayFindingCode } from './findings.ts';
import type { TranslatedConnection } from './types.ts';
import { UNSUPPORTED_KIND } from './read-authorities.ts';
import { conditionMessage } from './refusal.ts';
import { unreadFields } from './unread-fields.ts';

type EgFinding = Finding<EnvoyGatewayFindingCode>;

/** Everything worth telling about one connection: refusals first, then what is taken over but surprises. */
export function connectionFindings(
  translated: TranslatedConnection,
  upstream: UpstreamTls,
): readonly EgFinding[] {
  return [
    ...refusalFindings(translated),
    ...backendApiFindings(translated),
    ...gatewayFindings(translated),
    ...unreadFields(translated),
    ...shadowedPolicies(translated),
    ...otherKeyFindings(translated),
    ...verificationFindings(translated, upstream),
    ...rejectedSecrets(translated, upstream),
  ];
}

interface At {
  readonly code: EnvoyGatewayFindingCode;
  readonly severity: EgFinding['severity'];
  readonly at: FieldRef;
  readonly params?: Readonly<Record<string, string>>;
  readonly step?: StepNumber;
}

/** A finding on a field of whatever object it stands in. */
function finding(translated: TranslatedConnection, { at, ...draft }: At): EgFinding[] {
  const object = translated.state.context.resolution.index.byId.get(at.objectId);
  return object === undefined ? [] : [makeFinding({ ...draft, object, path: at.path })];
}

function refusalFindings(translated: TranslatedConnection): EgFinding[] {
  const { outcome, route, rule, state } = translated;
  const { refusal, policy } = outcome;
  if (refusal === undefined) return [];
  const { at, reason } = refusal;
  const message = conditionMessage(refusal.message);
  const params = { route: `${route.kind} ${route.name}`, reason, message };
  if (reason !== 'InvalidBackendTLS') {
    const isOff = state.context.config.backendEnabled === false && reason === 'UnsupportedValue';
    const status = String(rule.response ?? (reason === 'EndpointsNotFound' ? 503 : 500));
    const code = isOff ? 'EG-BACKEND-API-OFF' : 'EG-BACKEND-REFUSED';
    return finding(translated, {
      code,
      severity: 'error',
      at,
      params: { ...params, status },
      step: 2,
    });
  }
  if (policy?.policyId !== at.objectId)
    return finding(translated, { code: 'EG-TLS-REFUSED', severity: 'error', at, params, step: 5 });
  const own = refusal.message === UNSUPPORTED_KIND ? 'InvalidKind' : 'InvalidCACertificateRef';
  return finding(translated, {
    code: 'EG-POLICY-REFUSED',
    severity: 'error',
    at,
    params: { ...params, reason: own },
    step: 8,
  });
}

function backendApiFindings(translated: TranslatedConnection): EgFinding[] {
  const { outcome, state } = translated;
  if (outcome.backend?.kind !== 'Backend' || state.context.config.backendEnabled !== undefined)
    return [];
  const at = { objectId: outcome.backend.id, path: ['kind'] };
  return finding(translated, { code: 'EG-BACKEND-API-UNKNOWN', severity: 'note', at });
}

function gatewayFindings(translated: TranslatedConnection): EgFinding[] {
  const { state, gateway, outcome } = translated;
  const { certificate } = state.gatewayLevel(gateway);
  if (certificate.kind === 'absent') return [];
  const refused =
    certificate.kind === 'refused'
      ? finding(translated, {
          code: 'EG-CLIENT-CERTIFICATE-REFUSED',
          severity: 'error',
          at: certificate.at,
          params: { reason: certificate.reason, message: conditionMessage(certificate.message) },
          step: 5,
        })
      : [];
  const proxies = attachedEnvoyProxies(state.context.resolution.index, gateway);
  const source = outcome.tls ? envoyProxySettings(proxies) : null;
  const proxy = proxies.gateway ?? proxies.gatewayClass;
  if (source === null || proxy === undefined) return refused;
  const replaced = finding(translated, {
    code: 'EG-ENVOY-PROXY-REPLACED',
    severity: 'warning',
    at: { objectId: proxy.id, path: ['spec', 'backendTLS'] },
    params: { gateway: `${gateway.kind} ${gateway.name}` },
    step: 5,
  });
  return [...refused, ...replaced];
}

/** Before 1.9 an older policy for the whole target hides one for the port. */
function shadowedPolicies(translated: TranslatedConnection): EgFinding[] {
  const { outcome, state } = translated;
  const { policy, reference } = outcome;
  const { resolution, traits, version } = state.context;
  const winner = resolution.index.byId.get(policy?.policyId ?? '');
  if (traits.sectionFirst || winner === undefined || policy?.sectionName !== undefined) return [];
  const section = sectionOf(translated);
  return (resolution.policyTargets.get(reference.target.key) ?? []).flatMap((target) =>
    target.sectionName === undefined || target.sectionName !== section
      ? []
      : finding(translated, {
          code: 'EG-SECTION-SHADOWED',
          severity: 'warning',
          at: { objectId: target.policyId, path: ['spec', 'targetRefs', target.targetIndex] },
          params: { version, winner: `${winner.kind} ${winner.name}`, section: target.sectionName },
          step: 8,
        }),
  );
}

function sectionOf({ connection }: TranslatedConnection): string | undefined {
  const { backend } = connection;
  if (backend.kind === 'service') return backend.portName;
  return backend.kind === 'external' ? String(backend.port) : undefined;
}

function otherKeyFindings(translated: TranslatedConnection): EgFinding[] {
  const authority = translated.outcome.tls?.validation.authority;
  if (authority?.kind !== 'inline' || authority.material.source.kind !== 'field') return [];
  const { field } = authority.material.source;
  const key = String(field.path.at(-1));
  const object = translated.state.context.resolution.index.byId.get(field.objectId);
  if (key === 'ca.crt' || object?.kind === 'ClusterTrustBundle') return [];
  const rule = key === 'tls.crt' ? 'tls.crt' : otherKeyRule(object);
  const code = 'EG-CA-OTHER-KEY';
  return finding(translated, { code, severity: 'note', at: field, params: { key, rule }, step: 8 });
}

/** With several keys only the provider's cache, which keeps the first one, leaves a single key. */
function otherKeyRule(object: ManifestObject | undefined): string {
  const data = valueAt(object?.value, ['data']);
  const isOnly = !isObject(data) || Object.keys(data).length < 2;
  return isOnly ? 'the only key' : 'the first key, the only one that the cache keeps,';
}

function verificationFindings(
  translated: TranslatedConnection,
  upstream: UpstreamTls,
): EgFinding[] {
  const { outcome } = translated;
  const { tls, backend } = outcome;
  if (!tls || backend === undefined || upstream.mode !== 'tls') return [];
  const { skipVerify, sni, sniFromEndpoint, policyId } = tls.validation;
  if (skipVerify !== undefined) {
    const policy = policyId === undefined ? '' : ' The BackendTLSPolicy does not change that.';
    const code = 'EG-SKIP-VERIFY';
    return finding(translated, {
      code,
      severity: 'warning',
      at: skipVerify,
      params: { policy },
      step: 8,
    });
  }
  const at = { objectId: backend.id, path: ['spec', 'tls'] };
  if (upstream.sanMatchers?.length === 0)
    return finding(translated, { code: 'EG-NO-NAME-CHECKED', severity: 'warning', at, step: 8 });
  if (sni !== undefined || sniFromEndpoint !== undefined) return [];
  const params = { host: upstream.sni?.value ?? '' };
  const code = 'EG-SNI-FROM-REQUEST';
  return finding(translated, { code, severity: 'note', at, params, step: 4 });
}

function rejectedSecrets(translated: TranslatedConnection, upstream: UpstreamTls): EgFinding[] {
  const { secretError } = upstream;
  if (secretError === undefined) return [];
  const { secret, message, at, transportFailure: failure } = secretError;
  const words = secret === 'trust' ? 'the CA certificates' : 'the client certificate';
  return finding(translated, {
    code: 'EG-SECRET-REJECTED',
    severity: 'error',
    at,
    params: { secret: words, message, failure },
    step: secret === 'trust' ? 8 : 5,
  });
}
