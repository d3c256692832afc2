import {
  makeFinding,
  namespacedName,
  type Connection,
  type Resolution,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, Finding } from '../../model/index.ts';
import type { Programmed } from '../types.ts';
import { refusedClientCondition } from './client-certificate.ts';
import { clientSettings } from './client-settings.ts';
import type { NgfFindingCode } from './findings.ts';
import { isInvalidGateway } from './is-invalid-gateway.ts';
import { ngfState, type NgfState } from './ngf-state.ts';
import { programConnection } from './program-connection.ts';
import { reloadFailure, type ReloadFailure } from './reload-failure.ts';
import { UNSUPPORTED_ADDRESS, unsupportedAddress } from './unsupported-address.ts';

/**
 * What NGINX Gateway Fabric makes of one connection: what it writes for it, unless the Gateway as a whole does not get
 * its configuration.
 *
 * @param version release line, e.g. `2.6`
 */
export function programNgf(
  connection: Connection,
  resolution: Resolution,
  version: string,
): Programmed {
  const state = ngfState(resolution);
  const programmed = programConnection(connection, state, version);
  const gateway = resolution.index.byId.get(connection.gatewayId);
  if (gateway === undefined) return programmed;
  if (isInvalidGateway({ state, version }, gateway))
    return withoutNginx(programmed, state, connection, gateway);
  const failure = reloadFailure({ state, version }, gateway);
  return failure === null || failure.owners.has(connection.id)
    ? programmed
    : withoutReload(programmed, gateway, failure);
}

/** The nginx of an invalid Gateway is deleted, its Service too: there is nothing to connect to. */
function withoutNginx(
  { upstream, findings }: Programmed,
  state: NgfState,
  connection: Connection,
  gateway: ManifestObject,
): Programmed {
  const { implementation, version, verifyDepth, versions, isGrpc } = upstream;
  const client = clientSettings(state, connection, gateway, version);
  const verdict = state.clientCertificate(gateway);
  const address = unsupportedAddress(gateway);
  const refused =
    verdict.kind === 'refused' ? refusedClientCondition(verdict, version).message : undefined;
  const cause = address === undefined ? refused : UNSUPPORTED_ADDRESS;
  const why = cause === undefined ? '' : `: ${cause}`;
  const reason = `Gateway ${namespacedName(gateway)} is invalid and NGINX Gateway Fabric ${version} removes its nginx${why}`;
  const base = { implementation, version, verifyDepth, versions, isGrpc, verifyNames: [] };
  const all = [...findings, ...client.findings, ...addressFindings(gateway, address)];
  return {
    upstream: { ...base, mode: 'blocked', reason },
    findings: [...new Map(all.map((finding) => [finding.id, finding])).values()],
  };
}

function addressFindings(gateway: ManifestObject, path: FieldPath | undefined): readonly Finding[] {
  if (path === undefined) return [];
  const params = { message: UNSUPPORTED_ADDRESS };
  return [
    makeFinding<NgfFindingCode>({
      code: 'NGF-ADDRESS-REFUSED',
      severity: 'error',
      object: gateway,
      path,
      params,
      step: 1,
    }),
  ];
}

/** What is written is right but never runs: nginx refuses the whole configuration for a file of another connection. */
function withoutReload(
  { upstream, findings }: Programmed,
  gateway: ManifestObject,
  { text, line, material, from }: ReloadFailure,
): Programmed {
  const finding = makeFinding({
    code: 'NGF-RELOAD-FAILS',
    severity: 'error',
    object: gateway,
    path: from.objectId === gateway.id ? from.path : ['spec'],
    params: { text, line, source: material.source.label },
    step: 2,
  });
  const notLoaded = `nginx refuses the configuration of Gateway ${namespacedName(gateway)} (${text}) and keeps the last one that loaded; a Gateway that never had one serves nothing`;
  return { upstream: { ...upstream, notLoaded }, findings: [...findings, finding] };
}
