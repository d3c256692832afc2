import { indexObjects, resolve, type ObjectIndex, type Resolution } from '../gateway-api/index.ts';
import type { ParsedFile } from '../manifest/index.ts';
import { DEFAULT_CRDS, type Workspace } from '../model/index.ts';
import { admitObjects, type Admission } from './admission/admit-objects.ts';
import type { Memory } from './memory/memory.ts';
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
  options: Pick<AnalyzeOptions, 'checkpoint'>,
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
  return { parsed, admission, index, resolution };
}
