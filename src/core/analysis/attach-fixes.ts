import { fixesFor, type FixConnection, type FixContext } from '../fixes/index.ts';
import type { Resolution } from '../gateway-api/index.ts';
import type { FieldRef, Finding, QuickFix } from '../model/index.ts';
import type { Material } from '../pki/index.ts';
import type { Connected } from './connect.ts';
import { withFixesOfCauses } from './fixes-of-cause.ts';
import type { CertificateSummary } from './types.ts';

type AttachContext = Omit<FixContext, 'certificates' | 'connections'> & {
  readonly certificates: readonly CertificateSummary[];
  readonly connected: readonly Connected[];
  readonly resolution: Resolution;
};

/** Every finding with the repairs that a text edit can make; a gateway's own message with those of its cause. */
export function attachFixes(
  findings: readonly Finding[],
  { certificates, connected, resolution, ...rest }: AttachContext,
): readonly Finding[] {
  const context = {
    ...rest,
    certificates: new Map(certificates.map((one) => [one.id, one])),
    connections: connected.map(fixConnection),
  };
  const files = new Set(rest.workspace.files.map(({ id }) => id));
  // What a controller makes is in no file: nothing can be written there.
  const isWritable = ({ edits }: QuickFix): boolean =>
    edits.every(({ fileId }) => files.has(fileId));
  const repaired = findings.map((finding) => ({
    ...finding,
    fixes: fixesFor(finding, context).filter(isWritable),
  }));
  return withFixesOfCauses(repaired, {
    index: rest.index,
    references: resolution.references,
  });
}

function fixConnection({ connection, backend }: Connected): FixConnection {
  const { target } = connection.backend;
  const presenting = backend.servers.filter(({ chain }) => chain !== undefined);
  const server = presenting.find(({ isDefault }) => isDefault) ?? presenting[0];
  const chain = fieldOf(server?.chain);
  const clientCa = fieldOf(server?.clientCa);
  const portName = connection.backend.kind === 'service' ? connection.backend.portName : undefined;
  return {
    id: connection.id,
    gatewayId: connection.gatewayId,
    targetKey: target.key,
    ...(target.objectId !== undefined && { targetId: target.objectId }),
    ...(portName !== undefined && { portName }),
    ...(chain !== undefined && { chain }),
    ...(clientCa !== undefined && { clientCa }),
  };
}

function fieldOf(material: Material | undefined): FieldRef | undefined {
  return material?.source.kind === 'field' ? material.source.field : undefined;
}
