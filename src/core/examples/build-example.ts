import type { Workspace } from '../model/index.ts';
import { countingIds, emptyWorkspace } from '../workspace/index.ts';
import { exampleFiles } from './example-files.ts';
import { exampleList } from './example-list.ts';
import type { ExampleContext } from './types.ts';

/**
 * Opens an example as a workspace: its YAML files in apply order, with certificates and keys issued now. The
 * date of the analysis stays the caller's clock.
 *
 * @param id an id of {@link exampleList}; the promise rejects for another
 */
export async function buildExample(id: string, context: ExampleContext): Promise<Workspace> {
  const example = exampleList.find((each) => each.id === id);
  if (example === undefined) throw new RangeError(`no example is called ${id}`);
  const nextId = countingIds('example-');
  const files = await exampleFiles(example.id, context);
  return {
    ...emptyWorkspace(example.title),
    files: files.map((file) => ({ id: nextId(), ...file })),
  };
}
