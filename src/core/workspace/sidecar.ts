import {
  GATEWAY_API_CHANNELS,
  GATEWAY_API_VERSIONS,
  isImplementationId,
  type Assignment,
  type BackendSoftware,
  type ImplementationId,
  type InstalledCrds,
  type MaterialRef,
  type WorkspaceOptions,
} from '../model/index.ts';

const FORMAT = /^backend-tls-studio\/(\d+)$/;
const VERIFY: readonly string[] = ['off', 'on', 'optional', 'optional_no_ca'];
const SOFTWARE: readonly string[] = ['nginx', 'openssl', 'go', 'node'];

/** What a sidecar file says beside the manifests. */
export interface SidecarContent {
  /** Blobs are still named by the path they have in the export. */
  readonly assignments: readonly Assignment[];
  readonly options: Partial<WorkspaceOptions>;
  /** Namespace of the objects that name none, by path of the file (`kubectl -n` of the guide it came from). */
  readonly namespaces: Readonly<Record<string, string>>;
  /** What was left out, in words. */
  readonly leftOut: readonly string[];
}

/** True for the text of `backend-tls-studio.json`, whatever it is called now. */
export function isSidecar(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"backend-tls-studio\/\d+"/.test(text);
}

/**
 * Reads a sidecar file. Entries of another form are left out and named.
 *
 * @returns a sentence part when nothing can be read
 */
export function readSidecar(text: string): SidecarContent | string {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!isRecord(json)) return 'it is no complete JSON';
  const version = typeof json.format === 'string' ? FORMAT.exec(json.format)?.[1] : undefined;
  if (version !== '1') return `its format is ${String(json.format)}, and version 1 is known here`;
  const entries = Array.isArray(json.assignments) ? (json.assignments as readonly unknown[]) : [];
  const read = entries.map(readAssignment);
  const assignments = read.filter((one) => one !== null);
  const lost = read.length - assignments.length;
  return {
    assignments,
    options: readOptions(json.options),
    namespaces: readStrings(json.namespaces),
    leftOut: lost === 0 ? [] : [`${lost} of ${read.length} assignments have another form`],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** An assignment as it was written; null for another form. */
export function readAssignment(entry: unknown): Assignment | null {
  if (!isRecord(entry) || typeof entry.target !== 'string') return null;
  const chain = readMaterial(entry.chain);
  const key = readMaterial(entry.key);
  const clientCa = readMaterial(entry.clientCa);
  const { verifyClient, verifyDepth, software } = entry;
  return {
    target: entry.target,
    ...(chain === null ? {} : { chain }),
    ...(key === null ? {} : { key }),
    ...(clientCa === null ? {} : { clientCa }),
    ...(isVerifyClient(verifyClient) ? { verifyClient } : {}),
    ...(Number.isInteger(verifyDepth) ? { verifyDepth: Number(verifyDepth) } : {}),
    ...(isSoftware(software) ? { software } : {}),
  };
}

function readMaterial(value: unknown): MaterialRef | null {
  if (!isRecord(value)) return null;
  if (value.kind === 'blob' && typeof value.blobId === 'string') {
    return { kind: 'blob', blobId: value.blobId };
  }
  if (value.kind !== 'object') return null;
  const { objectKey, dataKey } = value;
  return typeof objectKey === 'string' && typeof dataKey === 'string'
    ? { kind: 'object', objectKey, dataKey }
    : null;
}

/** Those options of a workspace that have the right form. */
export function readOptions(value: unknown): Partial<WorkspaceOptions> {
  if (!isRecord(value)) return {};
  const { at, defaultNamespace } = value;
  const crds = readCrds(value.crds);
  const overrides = Object.entries(readStrings(value.implementationOverrides)).filter(
    (entry): entry is [string, ImplementationId] => isImplementationId(entry[1]),
  );
  const versions = Object.entries(readStrings(value.versions)).filter(([id]) =>
    isImplementationId(id),
  );
  return {
    ...(at === null || (typeof at === 'string' && !Number.isNaN(Date.parse(at))) ? { at } : {}),
    ...(typeof defaultNamespace === 'string' && defaultNamespace !== ''
      ? { defaultNamespace }
      : {}),
    ...(isRecord(value.implementationOverrides)
      ? { implementationOverrides: Object.fromEntries(overrides) }
      : {}),
    ...(isRecord(value.versions) ? { versions: Object.fromEntries(versions) } : {}),
    ...(crds === null ? {} : { crds }),
  };
}

function readCrds(value: unknown): InstalledCrds | null {
  if (!isRecord(value)) return null;
  const gatewayApi = GATEWAY_API_VERSIONS.find((version) => version === value.gatewayApi);
  const channel = GATEWAY_API_CHANNELS.find((name) => name === value.channel);
  return gatewayApi === undefined || channel === undefined ? null : { gatewayApi, channel };
}

function readStrings(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function isVerifyClient(value: unknown): value is NonNullable<Assignment['verifyClient']> {
  return typeof value === 'string' && VERIFY.includes(value);
}

function isSoftware(value: unknown): value is BackendSoftware {
  return typeof value === 'string' && SOFTWARE.includes(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
