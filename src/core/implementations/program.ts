import type { Connection, Resolution } from '../gateway-api/index.ts';
import type { ImplementationId } from '../model/index.ts';
import { programAgentgateway } from './agentgateway/program-agentgateway.ts';
import { programEnvoyGateway } from './envoy-gateway/program-envoy-gateway.ts';
import { implementationInfo } from './implementation-info.ts';
import type { ControllerRun } from './listeners/listener-refusal.ts';
import { tellRefusedListener } from './listeners/tell-refused-listener.ts';
import { asReadBy } from './listener-sets/as-read-by.ts';
import { unreadListener } from './listener-sets/unread-listener.ts';
import { programKgateway } from './kgateway/program-kgateway.ts';
import { programNgf } from './nginx-gateway-fabric/program-ngf.ts';
import { tellLeftOut } from './rules/tell-left-out.ts';
import type { Programmed } from './types.ts';

/** Versions chosen by the user; an implementation without one runs its newest. */
export type ChosenVersions = Readonly<Partial<Record<ImplementationId, string>>>;

/**
 * What the gateway of a connection is programmed with.
 *
 * @param at the date, for controllers that look at those of listeners' certificates; without it they count as valid
 * @returns null when it is not checked: {@link notCheckedReason} says why
 */
export function program(
  connection: Connection,
  resolution: Resolution,
  versions: ChosenVersions,
  at?: number,
): Programmed | null {
  const { id } = connection.implementation;
  if (id === null) return null;
  const version = versions[id] ?? implementationInfo[id].defaultVersion;
  const unread = unreadListener(connection, resolution, id, version);
  if (unread !== null) return unread;
  const read = asReadBy(id, version, resolution);
  const told = tellLeftOut(
    programBy(connection, read, { id, version, at }),
    connection,
    read.index,
  );
  return tellRefusedListener(told, connection, read, { id, version, at });
}

function programBy(
  connection: Connection,
  resolution: Resolution,
  { id, version, at }: ControllerRun,
): Programmed {
  switch (id) {
    case 'nginx-gateway-fabric':
      return programNgf(connection, resolution, version);
    case 'kgateway':
      return programKgateway(connection, resolution, version);
    case 'agentgateway':
      return programAgentgateway(connection, resolution, version);
    case 'envoy-gateway':
      return programEnvoyGateway(connection, resolution, version, { at });
    default:
      return id satisfies never;
  }
}

/** Why a connection is not checked, or null when it is. */
export function notCheckedReason({ implementation }: Connection): string | null {
  const { id, evidence } = implementation;
  return id === null
    ? `Not known which implementation runs the Gateway: "${evidence}" tells nothing.`
    : null;
}
