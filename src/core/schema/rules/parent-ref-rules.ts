import type { JsonObject } from '../../manifest/types.ts';
import type { ValidationRule } from '../types.ts';
import { listRule, textAt } from './rule.ts';

const SOURCE = 'gateway-api apis/v1/shared_types.go CommonRouteSpec.parentRefs';

/** The same parent as text compares: an own namespace written out is another one than none. */
function sameParent(a: JsonObject, b: JsonObject): boolean {
  return (
    a.group === b.group &&
    a.kind === b.kind &&
    a.name === b.name &&
    textAt(a, 'namespace') === textAt(b, 'namespace')
  );
}

const portOf = ({ port }: JsonObject): number => (typeof port === 'number' ? port : 0);

/**
 * `spec.parentRefs` of every route (v0.8): references to one parent all name their section, each once. The
 * experimental channel takes the port as well.
 */
export function parentRefRules(experimental: boolean): readonly ValidationRule[] {
  const what = experimental ? 'sectionName or port' : 'sectionName';
  const suffix = experimental ? 'OrPort' : '';
  const alike = (a: JsonObject, b: JsonObject) =>
    (textAt(a, 'sectionName') === '') === (textAt(b, 'sectionName') === '') &&
    (!experimental || (portOf(a) === 0) === (portOf(b) === 0));
  const same = (a: JsonObject, b: JsonObject) =>
    textAt(a, 'sectionName') === textAt(b, 'sectionName') &&
    (!experimental || portOf(a) === portOf(b));
  return [
    listRule(
      `parentSections${suffix}AllOrNone`,
      `${what} must be specified when parentRefs includes 2 or more references to the same parent`,
      `${SOURCE} (v0.8)`,
      (refs) => refs.every((a) => refs.every((b) => !sameParent(a, b) || alike(a, b))),
    ),
    listRule(
      `parentSections${suffix}Unique`,
      `${what} must be unique when parentRefs includes 2 or more references to the same parent`,
      `${SOURCE} (v0.8)`,
      (refs) => refs.every((a) => refs.filter((b) => sameParent(a, b) && same(a, b)).length === 1),
    ),
  ];
}
