import {
  extensionReference,
  fieldText,
  itemsAt,
  stringAt,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import { fieldError } from './field-error.ts';
import { extensionFilterKinds } from './versions.ts';

/** What the controller has against the matches and filters of one rule, in the words of `field.Error`. */
export interface RuleErrors {
  /** The rule is left out. */
  readonly matches: readonly string[];
  /** The rule answers 500, unless all rules are broken. */
  readonly filters: readonly string[];
  /** ExtensionRefs that lead nowhere: the rule answers 500. */
  readonly unresolved: readonly string[];
}

const NO_ERRORS: RuleErrors = { matches: [], filters: [], unresolved: [] };

const GROUP = 'gateway.nginx.org';
const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
/** Response headers that are nginx's own. */
const OWN_HEADERS = /^(?:server|date|x-pad|content-type|content-length|connection|x-accel.*)$/i;

/**
 * Methods nginx cannot match, response headers it sets itself, and extensions. RequestRedirect beside URLRewrite is
 * left to the API server; names and values that only nginx's syntax forbids are not looked at.
 *
 * @see NGF graph/httproute.go `validateMethodMatch`, graph/common_filter.go `processRouteRuleFilters`,
 * `validateResponseHeaders`, graph/extension_ref_filter.go `validateExtensionRefFilter`
 */
export function ruleErrors(
  index: ObjectIndex,
  route: ManifestObject,
  ruleIndex: number,
  version: string,
): RuleErrors {
  const rule = itemsAt(route.value, ['spec', 'rules'])[ruleIndex];
  if (rule === undefined || (route.kind !== 'HTTPRoute' && route.kind !== 'GRPCRoute'))
    return NO_ERRORS;
  const ruleFilters = itemsAt(rule, ['filters']);
  const ruleMatches = itemsAt(rule, ['matches']);
  if (ruleFilters.length + ruleMatches.length === 0) return NO_ERRORS;
  const place = fieldText(['spec', 'rules', ruleIndex]);
  const filters = ruleFilters.map((filter, at) => {
    const path = `${place}.filters[${at}]`;
    return {
      invalid: [...headerErrors(filter, path), ...extensionErrors(filter, path, version)],
      reference: extensionReference(index, route, filter),
      path,
    };
  });
  return {
    matches: ruleMatches.flatMap((match, at) => methodErrors(match, `${place}.matches[${at}]`)),
    filters: filters.flatMap(({ invalid }) => invalid),
    unresolved: filters.flatMap(({ invalid, reference, path }) => {
      if (invalid.length > 0 || reference === undefined || reference.object !== undefined)
        return [];
      const { group, kind, name } = reference;
      return [fieldError.notFound(`${path}.extensionRef`, { group, kind, name })];
    }),
  };
}

/** Everything that stands against a rule, in the order in which it is found. */
export function allErrors({ matches, filters, unresolved }: RuleErrors): readonly string[] {
  return [...matches, ...filters, ...unresolved];
}

/** Several errors in brackets, each once, as Kubernetes' `ErrorList.ToAggregate` prints them. */
export function joinFieldErrors(errors: readonly string[]): string {
  const own = [...new Set(errors)];
  return own.length === 1 ? (own[0] ?? '') : `[${own.join(', ')}]`;
}

function methodErrors(match: JsonValue, path: string): string[] {
  const method = stringAt(match, ['method']);
  return method === undefined || METHODS.includes(method)
    ? []
    : [fieldError.notSupported(`${path}.method`, method, METHODS)];
}

function headerErrors(filter: JsonValue, path: string): string[] {
  return ['add', 'set', 'remove'].flatMap((verb) =>
    itemsAt(filter, ['responseHeaderModifier', verb]).flatMap((entry) => {
      const name = typeof entry === 'string' ? entry : (stringAt(entry, ['name']) ?? '');
      const value = stringAt(entry, ['value']) ?? '';
      return OWN_HEADERS.test(name)
        ? [
            fieldError.invalid(
              `${path}.ResponseHeaderModifier.${verb}`,
              { name, value },
              'header name is not allowed',
            ),
          ]
        : [];
    }),
  );
}

function extensionErrors(filter: JsonValue, path: string, version: string): string[] {
  if (stringAt(filter, ['type']) !== 'ExtensionRef') return [];
  const at = `${path}.extensionRef`;
  const group = stringAt(filter, ['extensionRef', 'group']) ?? '';
  const kind = stringAt(filter, ['extensionRef', 'kind']) ?? '';
  const kinds = extensionFilterKinds(version);
  return [
    ...(group === GROUP ? [] : [fieldError.notSupported(at, group, [GROUP])]),
    ...(kinds.includes(kind) ? [] : [fieldError.notSupported(at, kind, kinds)]),
  ];
}
