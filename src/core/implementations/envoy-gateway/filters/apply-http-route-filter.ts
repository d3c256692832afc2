import {
  dataKeys,
  itemsAt,
  numberAt,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../../gateway-api/index.ts';
import { objectKey } from '../../../manifest/object-key.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import { credentialError } from './credential-error.ts';
import { answer500, notAccepted, type FilterError } from './filter-error.ts';
import type { FilterProgress } from './filter-progress.ts';
import { goRegexpError } from './go-regexp-error.ts';
import { rewriteUrl } from './rewrite-url.ts';

/**
 * What an HTTPRouteFilter does to the rule that names it. The first thing wrong with it ends it: matches, then
 * `urlRewrite`, `directResponse`, `credentialInjection`.
 *
 * @see internal/gatewayapi/filters.go `processExtensionRefHTTPFilter`
 */
export function applyHttpRouteFilter(
  index: ObjectIndex,
  filter: ManifestObject,
  progress: FilterProgress,
): FilterError[] {
  const refused = matchesError(filter, progress) ?? rewriteError(filter, progress);
  if (refused !== null) return [refused];
  const broken = answerError(index, filter, progress) ?? credentialError(index, filter);
  if (broken === null) return [];
  return answer500(progress, notAccepted(`invalid filter HTTPRouteFilter: ${broken}`));
}

function matchesError({ value }: ManifestObject, progress: FilterProgress): FilterError | null {
  if (itemsAt(value, ['spec', 'matches']).length === 0) return null;
  if (progress.hasMatches)
    return notAccepted('only one HTTPRouteFilter with matches is supported per HTTPRouteRule');
  progress.hasMatches = true;
  return null;
}

function rewriteError({ value }: ManifestObject, progress: FilterProgress): FilterError | null {
  const rewrite = valueAt(value, ['spec', 'urlRewrite']);
  const [repeated] = rewriteUrl('extension', rewrite, progress);
  if (repeated !== undefined) return repeated;
  const path = pathError(valueAt(rewrite, ['path']));
  if (path !== null) {
    progress.rewritten.delete('extension-path');
    progress.rewritten.delete('extension-host');
    return notAccepted(path);
  }
  const isHeader = stringAt(rewrite, ['hostname', 'type']) === 'Header';
  if (!isHeader || stringAt(rewrite, ['hostname', 'header']) !== undefined) return null;
  progress.rewritten.delete('extension-host');
  return notAccepted('Header must be set when rewrite path type is "Header"');
}

function pathError(path: JsonValue | undefined): string | null {
  if (stringAt(path, ['type']) !== 'ReplaceRegexMatch') return null;
  const pattern = stringAt(path, ['replaceRegexMatch', 'pattern']) ?? '';
  if (pattern === '')
    return 'ReplaceRegexMatch Pattern must be set when rewrite path type is "ReplaceRegexMatch"';
  return goRegexpError(pattern) === null
    ? null
    : 'ReplaceRegexMatch must be a valid RE2 regular expression';
}

/** Since 1.7, which is where errors are told rule by rule, a body may be of any size (pull request #7711). */
function answerError(
  index: ObjectIndex,
  { namespace, value }: ManifestObject,
  progress: FilterProgress,
): string | null {
  const response = valueAt(value, ['spec', 'directResponse']);
  if (response === undefined) return null;
  const name = stringAt(response, ['body', 'valueRef', 'name']);
  if (stringAt(response, ['body', 'type']) === 'ValueRef' && name !== undefined) {
    const map = index.byKey.get(objectKey('', 'ConfigMap', namespace, name));
    const place = `the referenced configmap ${namespace}/${name}`;
    if (map === undefined) return `can't find ${place}`;
    if (dataKeys(map).length === 0) return `can't find the key response.body in ${place}`;
  }
  progress.directResponse = numberAt(response, ['statusCode']) ?? 200;
  return null;
}
