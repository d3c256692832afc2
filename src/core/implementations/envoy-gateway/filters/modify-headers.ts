import { itemsAt, stringAt } from '../../../gateway-api/index.ts';
import type { JsonValue } from '../../../manifest/types.ts';
import { notAccepted, type FilterError } from './filter-error.ts';
import type { ModifiedHeaders } from './filter-progress.ts';

type Direction = 'Request' | 'Response';

/** RFC 7230 as Envoy Gateway reads it: printable ASCII with single blanks between. */
const VALUE = /^[!-~]+(?:[\t ]?[!-~]+)*$/;
const CHARACTERS = "headers with a '/' or ':' character in them.";
const INSTEAD = ' To modify the Host header use the URLRewrite or the HTTPRouteFilter filter.';

/**
 * Headers that cannot be set, such as Host, are left out and told; where nothing is left, only that is told.
 *
 * @param progress takes the headers in
 * @see internal/gatewayapi/filters.go `processRequestHeaderModifierFilter`, `processResponseHeaderModifierFilter`
 */
export function modifyHeaders(
  direction: Direction,
  modifier: JsonValue | undefined,
  progress: ModifiedHeaders,
): FilterError[] {
  const filter = `${direction}HeaderModifier`;
  const lists = ['add', 'set', 'remove'] as const;
  const messages = lists.flatMap((verb) =>
    itemsAt(modifier, [verb]).flatMap((entry) => {
      const name = typeof entry === 'string' ? entry : (stringAt(entry, ['name']) ?? '');
      const message = nameError(direction, verb, name) ?? valueError(direction, verb, entry, name);
      if (message !== null) return [message];
      progress[verb === 'remove' ? 'removed' : 'added'].add(name.toLowerCase());
      return [];
    }),
  );
  const isEmpty = lists.every((verb) => itemsAt(modifier, [verb]).length === 0);
  if (!isEmpty && progress.added.size + progress.removed.size === 0) {
    const verbs = direction === 'Request' ? 'add/set/remove' : 'add/remove';
    return [
      notAccepted(`${filter} Filter did not provide valid configuration to ${verbs} any headers`),
    ];
  }
  return messages.length === 0 ? [] : [notAccepted(messages.join('\n'))];
}

function nameError(direction: Direction, verb: string, name: string): string | null {
  if (name === '')
    return `${direction}HeaderModifier Filter cannot ${verb} a header with an empty name`;
  if (!/[/:]/.test(name) && name.toLowerCase() !== 'host') return null;
  const told = direction === 'Response' && verb === 'add' ? 'set' : verb;
  const advice = direction === 'Request' && verb !== 'remove' ? INSTEAD : '';
  return `Header: ${JSON.stringify(name)}. The ${direction}HeaderModifier filter cannot ${told} the Host header or ${CHARACTERS}${advice}`;
}

function valueError(
  direction: Direction,
  verb: string,
  entry: JsonValue,
  name: string,
): string | null {
  if (verb === 'remove' || VALUE.test(stringAt(entry, ['value']) ?? '')) return null;
  return `Header: ${JSON.stringify(name)}. ${direction}HeaderModifier Filter cannot ${verb} a header with an invalid value.`;
}
