import { isObject, objectAt, objectKey, stringAt, valueAt } from '../../gateway-api/index.ts';
import { implementationInfo } from '../../implementations/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';
import { classKeyOf } from './convert-classes.ts';
import { ownGroup } from './foreign-groups.ts';

const OF_CLASS = ['spec', 'parametersRef'];
const OF_GATEWAY = ['spec', 'infrastructure', 'parametersRef'];

/** What the conversion itself carries over; all else that parameters say is told as lost. */
const CARRIED: ReadonlySet<string> = new Set(['backendTLS', 'dnsResolver']);

/** Takes references to parameters of the implementation that is left out of Gateways and classes: the target refuses them. */
export function convertParameters(draft: ConversionDraft, { gateways }: Scope): void {
  for (const key of gateways) {
    detach(draft, key, OF_GATEWAY);
    detach(draft, classKeyOf(draft, key), OF_CLASS);
  }
}

function detach(draft: ConversionDraft, key: string, path: FieldPath): void {
  const object = draft.object(key);
  const ref = valueAt(object?.value, path);
  if (object === undefined || !isObject(ref)) return;
  const group = stringAt(ref, ['group']) ?? '';
  if (group === ownGroup[draft.request.to]) return;
  const namespace = stringAt(ref, ['namespace']) ?? (object.namespace || 'default');
  const kind = stringAt(ref, ['kind']) ?? '';
  const name = stringAt(ref, ['name']) ?? '';
  const parameters = draft.object(objectKey(group, kind, namespace, name));
  const alone = Object.keys(objectAt(object.value, path.slice(0, -1)) ?? {}).length === 1;
  const isWrapped = path.length > 2 && alone;
  if (!draft.remove(key, isWrapped ? path.slice(0, -1) : path)) return;
  draft.map(placeOf(object, path), null, 'NOT-NEEDED', implementationInfo[draft.request.to].name);
  tellRest(draft, parameters, placeOf(object, path));
}

function tellRest(
  draft: ConversionDraft,
  parameters: ManifestObject | undefined,
  at: ReturnType<typeof placeOf>,
): void {
  const { title } = draft.target;
  if (parameters === undefined) {
    draft.lose('OTHER-PARAMETERS', at, { target: title });
    return;
  }
  const fields = Object.keys(objectAt(parameters.value, ['spec']) ?? {});
  for (const field of fields.filter((name) => !CARRIED.has(name)))
    draft.lose('OTHER-PARAMETERS', placeOf(parameters, ['spec', field]), { target: title });
}
