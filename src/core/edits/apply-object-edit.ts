import type { Assignment, MaterialRef, Workspace } from '../model/index.ts';
import { applyEdits, editsByFile } from '../source/index.ts';
import type { ObjectEdit } from './types.ts';

/**
 * The workspace after an edit: text spliced, files added, and what the user has said about objects moved to their new
 * keys. A file that the edit empties goes. Parts that the edit does not touch keep their identity.
 */
export function applyObjectEdit(
  workspace: Workspace,
  edit: Pick<ObjectEdit, 'edits' | 'files' | 'renamed'>,
): Workspace {
  const groups = editsByFile(edit.edits);
  const files = workspace.files.flatMap((file) => {
    const text = applyEdits(file.text, groups.get(file.id) ?? []);
    if (text === file.text) return [file];
    return text.trim() === '' ? [] : [{ ...file, text }];
  });
  const changed =
    files.length !== workspace.files.length ||
    edit.files.length > 0 ||
    files.some((file, index) => file !== workspace.files[index]);
  const moved = withKeys(workspace, edit.renamed);
  return changed ? { ...moved, files: [...files, ...edit.files] } : moved;
}

function withKeys(workspace: Workspace, renamed: Readonly<Record<string, string>>): Workspace {
  if (Object.keys(renamed).length === 0) return workspace;
  const keyOf = (key: string) => renamed[key] ?? key;
  const { assignments, options } = workspace;
  const overrides = Object.entries(options.implementationOverrides);
  return {
    ...workspace,
    assignments: assignments.map((one) => renamedAssignment(one, keyOf)),
    options: {
      ...options,
      implementationOverrides: Object.fromEntries(
        overrides.map(([key, implementation]) => [keyOf(key), implementation]),
      ),
    },
  };
}

function renamedAssignment(one: Assignment, keyOf: (key: string) => string): Assignment {
  const { chain, key, clientCa } = one;
  return {
    ...one,
    target: keyOf(one.target),
    ...(chain && { chain: renamedMaterial(chain, keyOf) }),
    ...(key && { key: renamedMaterial(key, keyOf) }),
    ...(clientCa && { clientCa: renamedMaterial(clientCa, keyOf) }),
  };
}

function renamedMaterial(material: MaterialRef, keyOf: (key: string) => string): MaterialRef {
  switch (material.kind) {
    case 'blob':
      return material;
    case 'object':
      return { ...material, objectKey: keyOf(material.objectKey) };
    default:
      return material satisfies never;
  }
}
