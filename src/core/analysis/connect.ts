import type { Connection, Resolution } from '../gateway-api/index.ts';
import {
  uncheckedHandshake,
  type ExaminedHandshake,
  type Handshake,
  type HandshakeRequest,
} from '../handshake/index.ts';
import {
  implementationInfo,
  notCheckedReason,
  program,
  type Programmed,
} from '../implementations/index.ts';
import type { Workspace } from '../model/index.ts';
import type { SignatureChecker } from '../verify/types.ts';
import { backendTlsFor, type BackendTls, type Materials } from '../workload/index.ts';
import {
  unknownMade,
  unknownReason,
  withoutStandIns,
  type UnknownMade,
} from './made/unknown-makers.ts';
import type { Memory } from './memory/memory.ts';
import { playHandshake } from './play-handshake.ts';

/** One connection with both of its ends worked out and its handshake run. */
export interface Connected {
  readonly connection: Connection;
  readonly backend: BackendTls;
  /** Null when no gateway is known for it, or none whose verdicts exist. */
  readonly programmed: Programmed | null;
  readonly handshake: Handshake;
  readonly findings: ExaminedHandshake['findings'];
}

export interface ConnectContext {
  readonly workspace: Workspace;
  readonly materials: Materials;
  readonly at: number;
  readonly crypto: Crypto;
  readonly checkSignature: SignatureChecker;
  readonly describe: HandshakeRequest['describe'];
  readonly workspaceCertificates: HandshakeRequest['workspaceCertificates'];
  /** It stands for `workspaceCertificates` in keys. */
  readonly certificatesNumber: number;
  /** Asked only where a gateway trusts the system's CAs; undefined when nobody can tell them. */
  readonly systemRoots: () => Promise<string | undefined>;
  readonly memory: Memory;
}

/** Works out both ends of `connection` and plays its handshake; the handshake is remembered by everything it depends on. */
export async function connect(
  connection: Connection,
  resolution: Resolution,
  context: ConnectContext,
): Promise<Connected> {
  const { workspace, materials } = context;
  const backend = backendTlsFor(connection.backend, resolution, workspace.assignments, materials);
  const programmed = program(connection, resolution, workspace.options.versions, context.at);
  if (programmed === null) {
    return {
      connection,
      backend,
      programmed,
      handshake: unchecked(connection, workspace),
      findings: [],
    };
  }
  const unknown = unknownMade(programmed.upstream, backend, resolution);
  if (unknown.length > 0) return waiting(connection, programmed, backend, workspace, unknown);
  const known = withoutStandIns(backend);
  const examined = await play(connection, programmed, known, context);
  return { connection, backend, programmed, ...examined };
}

/** Certificates that nobody knows yet are no reason for a verdict, nor is a file that only their maker knows of. */
function waiting(
  connection: Connection,
  programmed: Programmed,
  backend: BackendTls,
  workspace: Workspace,
  unknown: readonly UnknownMade[],
): Connected {
  const reason = unknownReason(unknown);
  const findings = backend.findings.filter(({ code }) => code !== 'WORKLOAD-FILE-MISSING');
  const unknowns = [...backend.unknowns, reason];
  return {
    connection,
    backend: started({ ...backend, findings, unknowns }),
    programmed,
    handshake: unchecked(connection, workspace, reason),
    findings: [],
  };
}

function started(backend: BackendTls): BackendTls {
  const { origin, mode, software, servers, assignmentTarget, unknowns, findings } = backend;
  const { workloadId, wanted } = backend;
  const read = { origin, mode, software, servers, assignmentTarget, unknowns, findings };
  const known = { ...read, ...(wanted && { wanted }) };
  return workloadId === undefined ? known : { ...known, workloadId };
}

function unchecked(
  connection: Connection,
  { options }: Workspace,
  reason = notCheckedReason(connection) ?? 'The gateway of this connection is not known.',
): Handshake {
  const { id } = connection.implementation;
  return uncheckedHandshake({
    connectionId: connection.id,
    implementation: id,
    version: id === null ? '' : (options.versions[id] ?? implementationInfo[id].defaultVersion),
    reason,
  });
}

async function play(
  connection: Connection,
  programmed: Programmed,
  backend: BackendTls,
  context: ConnectContext,
): Promise<ExaminedHandshake> {
  const { at, crypto, checkSignature, describe, workspaceCertificates, memory } = context;
  const usesSystemRoots = programmed.upstream.trust?.kind === 'system';
  const systemRoots = usesSystemRoots ? await context.systemRoots() : undefined;
  return playHandshake(
    {
      connection,
      programmed: programmed.upstream,
      backend,
      at,
      checkSignature,
      crypto,
      workspaceCertificates,
      describe,
      ...(systemRoots === undefined ? {} : { systemRoots }),
    },
    {
      certificates: context.certificatesNumber,
      systemRoots: systemRoots === undefined ? 0 : memory.textNumber(systemRoots),
    },
    memory,
  );
}
