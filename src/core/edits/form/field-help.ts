import type { FieldDescription, FieldLimits } from '../../schema/index.ts';

/** Patterns that fit on a line; longer ones are told by the server's answer when they do not match. */
const LONGEST_PATTERN = 40;

/** What a field takes, in one line: `1 to 65535`, `up to 253 characters`, `Default: Exact`. */
export function fieldHelp({ limits, default: preset }: FieldDescription): string {
  return [
    range(limits.minimum, limits.maximum, ''),
    range(limits.minLength, limits.maxLength, 'characters'),
    range(limits.minItems, limits.maxItems, 'items'),
    limits.format === undefined ? '' : `Format: ${limits.format}`,
    patternOf(limits),
    preset === undefined || typeof preset === 'object' ? '' : `Default: ${String(preset)}`,
  ]
    .filter((part) => part !== '')
    .join('. ');
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const of = unit === '' ? '' : ` ${unit}`;
  const from = least === 0 && unit !== '' ? undefined : least;
  if (from !== undefined && most !== undefined) return `${String(from)} to ${String(most)}${of}`;
  if (most !== undefined) return `Up to ${String(most)}${of}`;
  return from === undefined ? '' : `${String(from)}${of} or more`;
}

function patternOf({ pattern = '' }: FieldLimits): string {
  return pattern === '' || pattern.length > LONGEST_PATTERN ? '' : `Pattern: ${pattern}`;
}
