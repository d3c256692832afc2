import { resolvePlain } from './kubectl-schema.ts';
import type { JsonValue } from './types.ts';

const PREFIX = 'tag:yaml.org,2002:';

/**
 * The value of a scalar with a tag of YAML's own (`!!int`, `!!float`, `!!bool`, `!!null`), whatever its quotes.
 *
 * @returns `refused` where kubectl stops (go-yaml: cannot decode), null for tags that say nothing about the value
 */
export function taggedValue(
  tag: string,
  source: string,
): { readonly value: JsonValue } | 'refused' | null {
  if (!tag.startsWith(PREFIX)) return null;
  const plain = resolvePlain(source);
  switch (tag.slice(PREFIX.length)) {
    case 'int':
      return Number.isInteger(plain) && !source.includes('.')
        ? { value: plain ?? null }
        : 'refused';
    case 'float':
      return typeof plain === 'number' ? { value: plain } : 'refused';
    case 'bool':
      return typeof plain === 'boolean' ? { value: plain } : 'refused';
    case 'null':
      return plain === null ? { value: null } : 'refused';
    default:
      return null;
  }
}
