import { createAnalyzer, type Analysis } from '../../core/analysis/index.ts';
import type { Workspace } from '../../core/model/index.ts';
import { loadSystemRoots } from '../../core/roots/index.ts';
import { countingIds, emptyWorkspace, readDrop } from '../../core/workspace/index.ts';
import type { CollectedFile } from './collect-files.ts';
import type { AnalyzeArguments } from './parse-arguments.ts';

/** What the page would show for these files dropped together, as plain JSON. */
export async function analyzeFiles(
  files: readonly CollectedFile[],
  choice: Omit<AnalyzeArguments, 'files'>,
  clock: { readonly now: number; readonly crypto: Crypto },
): Promise<Analysis> {
  const analyze = createAnalyzer();
  const options = { ...clock, systemRoots: loadSystemRoots };
  const workspace = await dropped(files, choice);
  const first = await analyze(workspace, options);
  if (choice.gateway === undefined) return first;
  return analyze(withGateway(workspace, first, choice), options);
}

async function dropped(
  files: readonly CollectedFile[],
  { at, namespace, crds }: Omit<AnalyzeArguments, 'files'>,
): Promise<Workspace> {
  const empty = emptyWorkspace('analyze');
  const added = await readDrop(files, empty, countingIds());
  const { guides, blobs, setAside, assignments, options } = added;
  return {
    ...empty,
    files: added.files,
    guides,
    blobs,
    setAside,
    assignments,
    options: {
      ...empty.options,
      ...options,
      ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
      ...(namespace === undefined ? {} : { defaultNamespace: namespace }),
      ...(crds === undefined ? {} : { crds }),
    },
  };
}

/** Lets one implementation judge every Gateway among the files. */
function withGateway(
  workspace: Workspace,
  { objects }: Analysis,
  { gateway, version }: Omit<AnalyzeArguments, 'files'>,
): Workspace {
  if (gateway === undefined) return workspace;
  const keys = objects.filter(({ kind }) => kind === 'Gateway').map(({ key }) => [key, gateway]);
  const { options } = workspace;
  return {
    ...workspace,
    options: {
      ...options,
      implementationOverrides: {
        ...options.implementationOverrides,
        ...(Object.fromEntries(keys) as typeof options.implementationOverrides),
      },
      versions:
        version === undefined ? options.versions : { ...options.versions, [gateway]: version },
    },
  };
}
