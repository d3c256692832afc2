import { CLIENT_CERTIFICATE_REF, makeFinding, type Connection } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import type { UpstreamTls } from '../types.ts';
import { refusedClientCondition, type ClientCertificateVerdict } from './client-certificate.ts';
import type { NgfFindingCode } from './findings.ts';
import type { NgfState } from './ngf-state.ts';
import { refusedSecretType } from './refused-secret-type.ts';
import { clientCertificateInvalidatesGateway, readsGatewayBackendTls } from './versions.ts';

type NgfFinding = Finding<NgfFindingCode>;

/** One client certificate for all https upstreams of the Gateway, and none for gRPC: no `grpc_ssl_certificate` is ever written. */
export function clientSettings(
  state: NgfState,
  { routeKind, routeId }: Connection,
  gateway: ManifestObject,
  version: string,
): {
  readonly settings: Pick<UpstreamTls, 'clientCertificate'>;
  readonly findings: readonly NgfFinding[];
} {
  const verdict = state.clientCertificate(gateway);
  if (verdict.kind === 'none') return { settings: {}, findings: [] };
  const about = { object: gateway, path: CLIENT_CERTIFICATE_REF, step: 5 } as const;
  if (!readsGatewayBackendTls(version)) {
    const code = 'NGF-CLIENT-CERTIFICATE-VERSION';
    const finding = makeFinding({ ...about, code, severity: 'error', params: { version } });
    return { settings: {}, findings: [finding] };
  }
  if (verdict.kind === 'refused') {
    const { message, field } = verdict;
    const type = refusedSecretType(message);
    const code = type === null ? 'NGF-CLIENT-CERTIFICATE-REFUSED' : 'NGF-SECRET-TYPE-REFUSED';
    const params = {
      ...refusedClientCertificate(verdict, version),
      ...(type === null ? {} : { type }),
    };
    const finding = makeFinding({ ...about, code, severity: 'error', path: field, params });
    return { settings: {}, findings: [finding] };
  }
  const { certificate, resolved } = verdict;
  const hidden = hiddenPair(resolved.object, resolved.hiddenError);
  const route = state.resolution.index.byId.get(routeId);
  if (routeKind !== 'GRPCRoute' || route === undefined)
    return { settings: { clientCertificate: certificate }, findings: hidden };
  const code = 'NGF-CLIENT-CERTIFICATE-GRPC';
  const path = ['spec', 'rules'];
  const finding = makeFinding({ code, severity: 'warning', object: route, path, step: 5 });
  return { settings: {}, findings: [finding, ...hidden] };
}

/** Condition and consequence in the words of the version. */
function refusedClientCertificate(
  verdict: Extract<ClientCertificateVerdict, { kind: 'refused' }>,
  version: string,
): Readonly<Record<string, string>> {
  const { reason, message } = refusedClientCondition(verdict, version);
  const result = clientCertificateInvalidatesGateway(version)
    ? 'The whole Gateway is invalid: its nginx is removed, and clients get no connection.'
    : 'The Gateway stays programmed and presents no certificate.';
  return { condition: 'ResolvedRefs=False', reason, message, result };
}

function hiddenPair(object: ManifestObject, message: string | undefined): NgfFinding[] {
  if (message === undefined) return [];
  const params = { message };
  const path = ['data'];
  const code = 'NGF-KEY-PAIR-UNCHECKED';
  return [makeFinding({ code, severity: 'warning', object, path, params, step: 5 })];
}
