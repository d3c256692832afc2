import { indexObjects } from '../gateway-api/index.ts';
import { parseFile, type ParsedFile } from '../manifest/index.ts';
import type { Workspace } from '../model/index.ts';
import type { EditSource } from './types.ts';

/**
 * Reads a workspace for editing.
 *
 * @param parse a parser that remembers (`createFileParser`), so that only what changed is read again
 */
export function editSource(workspace: Workspace, parse = parseFile): EditSource {
  const { defaultNamespace } = workspace.options;
  const parsed: readonly ParsedFile[] = workspace.files.map((file) =>
    parse(file, { defaultNamespace }),
  );
  return { workspace, parsed, index: indexObjects(parsed.flatMap(({ objects }) => objects)) };
}
