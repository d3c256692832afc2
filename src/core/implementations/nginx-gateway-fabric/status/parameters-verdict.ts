import { groups, kinds, stringAt, valueAt, type Resolution } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { FieldPath } from '../../../model/index.ts';
import { fieldError } from '../field-error.ts';

/** What is wrong with a parametersRef, as Kubernetes' field error; null when the NginxProxy is found. */
export type ParametersVerdict =
  | { readonly state: 'none' | 'resolved' }
  | { readonly state: 'unsupported' | 'not-found'; readonly error: string };

/**
 * `parametersRef` of a Gateway or GatewayClass. What stands in the NginxProxy is not looked at.
 *
 * @param path of the parametersRef in the object
 * @see NGF graph/gateway.go `validateParametersRef`, graph/gatewayclass.go `validateGatewayClassParametersRef`
 */
export function parametersVerdict(
  { index, references }: Resolution,
  object: ManifestObject,
  path: FieldPath,
): ParametersVerdict {
  const written = valueAt(object.value, path);
  if (written === undefined || written === null) return { state: 'none' };
  const text = path.join('.');
  const kind = stringAt(written, ['kind']) ?? '';
  if (kind !== 'NginxProxy')
    return {
      state: 'unsupported',
      error: fieldError.notSupported(`${text}.kind`, kind, ['NginxProxy']),
    };
  const isClass = `${object.group}/${object.kind}` === kinds.gatewayClass;
  if (isClass && stringAt(written, ['namespace']) === undefined)
    return {
      state: 'unsupported',
      error: fieldError.required(`${text}.namespace`, 'ParametersRef must specify Namespace'),
    };
  const reference = references.find(
    (candidate) => candidate.kind === 'parametersRef' && candidate.from.objectId === object.id,
  );
  const found = index.byId.get(reference?.target.objectId ?? '');
  return found?.group === groups.nginxGateway
    ? { state: 'resolved' }
    : {
        state: 'not-found',
        error: fieldError.notFound(`${text}.name`, stringAt(written, ['name']) ?? ''),
      };
}
