import { indexObjects, resolve, type ObjectIndex, type Resolution } from '../gateway-api/index.ts';
import type { ManifestObject, ParsedFile } from '../manifest/index.ts';
import { DEFAULT_CRDS, type Workspace } from '../model/index.ts';
import { admitObjects, type Admission } from './admission/admit-objects.ts';
import { madeFiles } from './made/made-files.ts';
import type { Memory } from './memory/memory.ts';
import { blobTexts, readBlobs } from './read-blobs.ts';
import type { AnalyzeOptions } from './types.ts';

/** The manifests as text and as the objects that the API server would store, their references resolved. */
export interface ReadManifests {
  readonly parsed: readonly ParsedFile[];
  readonly admission: Admission;
  readonly index: ObjectIndex;
  readonly resolution: Resolution;
}

/** Reads every file of the workspace, asks the API server's rules, and resolves what the Gateway API alone decides. */
export async function readManifests(
  workspace: Workspace,
  options: Pick<AnalyzeOptions, 'checkpoint' | 'crypto'>,
  memory: Memory,
): Promise<ReadManifests> {
  const { defaultNamespace, implementationOverrides, crds = DEFAULT_CRDS } = workspace.options;
  const parsed: ParsedFile[] = [];
  for (const file of workspace.files) {
    parsed.push(memory.parse(file, { defaultNamespace }));
    await options.checkpoint?.();
  }
  const written = parsed.flatMap(({ objects }) => objects);
  const admission = await admitObjects(written, crds, memory.admission);
  const index = indexObjects(admission.objects);
  await options.checkpoint?.();
  const resolution = resolve(index, { overrides: implementationOverrides });
  await options.checkpoint?.();
  const made = await madeObjects(workspace, resolution, options.crypto, memory);
  if (made.length === 0) return { parsed, admission, index, resolution };
  const whole = indexObjects([...admission.objects, ...made]);
  const overrides = implementationOverrides;
  return { parsed, admission, index: whole, resolution: resolve(whole, { overrides }) };
}

/** What controllers will have made of these manifests: as real to gateways and workloads as what is in the files. */
async function madeObjects(
  { blobs, assignments, options }: Workspace,
  resolution: Resolution,
  crypto: Crypto,
  memory: Memory,
): Promise<readonly ManifestObject[]> {
  const named = new Set(
    assignments.flatMap(({ chain, key, clientCa }) =>
      [chain, key, clientCa].flatMap((ref) => (ref?.kind === 'blob' ? [ref.blobId] : [])),
    ),
  );
  const read = await readBlobs(
    blobs.filter(({ id }) => named.has(id)),
    crypto,
    memory,
  );
  const texts = new Map(blobTexts(read).map(({ ownerId, text }) => [ownerId, text]));
  const files = madeFiles(resolution, assignments, { blobs: (id) => texts.get(id) });
  const { defaultNamespace } = options;
  return files.flatMap((file) => memory.parse(file, { defaultNamespace }).objects);
}
