import { stringAt } from '../gateway-api/index.ts';
import { isClusterScoped, objectKey } from '../manifest/index.ts';
import type { JsonObject, ManifestObject } from '../manifest/types.ts';
import type { LanguageView } from './language-view.ts';
import { kindOf } from './syntax/kubernetes-object.ts';

/** An object that is being typed, for whoever reads references: it has no place in a file. */
export function draftObject(view: LanguageView, fileId: string, value: JsonObject): ManifestObject {
  const { group, version, kind } = kindOf(value);
  const name = stringAt(value, ['metadata', 'name']) ?? '';
  const namespace = isClusterScoped(group, kind) ? '' : namespaceOf(view, fileId, value);
  const nowhere = { start: 0, end: 0 };
  return {
    id: `${fileId}#draft`,
    key: objectKey(group, kind, namespace, name),
    apiVersion: stringAt(value, ['apiVersion']) ?? '',
    ...{ group, version, kind, name, namespace, fileId, value },
    documentIndex: -1,
    range: nowhere,
    rangeOf: () => ({ value: nowhere }),
  };
}

/** The namespace written, else that of the file, else that of the workspace. */
function namespaceOf({ workspace }: LanguageView, fileId: string, value: JsonObject): string {
  const file = workspace.files.find(({ id }) => id === fileId);
  const written = stringAt(value, ['metadata', 'namespace']);
  return written ?? file?.defaultNamespace ?? workspace.options.defaultNamespace;
}
