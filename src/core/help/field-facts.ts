import type { JsonValue } from '../manifest/types.ts';
import type { FieldDescription, FieldLimits } from '../schema/index.ts';

const NOUNS = { Length: 'characters', Items: 'items', Properties: 'entries' } as const;

/** Type, whether it must be there, choices, default and limits, as short phrases. */
export function fieldFacts(field: FieldDescription): readonly string[] {
  const { type, itemType, limits } = field;
  return [
    type === 'array' ? `list of ${plural(itemType ?? 'any')}` : type,
    ...(field.required ? ['required'] : []),
    ...(field.enum ? [`one of ${field.enum.map(text).join(', ')}`] : []),
    ...(field.default === undefined ? [] : [`default ${text(field.default)}`]),
    ...between(limits.minimum, limits.maximum),
    ...(['Length', 'Items', 'Properties'] as const).flatMap((what) => sizes(limits, what)),
    ...(limits.format === undefined ? [] : [`format ${limits.format}`]),
    ...(limits.pattern === undefined ? [] : [`matches ${limits.pattern}`]),
  ];
}

function plural(type: string): string {
  if (type === 'any') return 'values';
  return type === 'int-or-string' ? 'integers or strings' : `${type}s`;
}

function text(value: JsonValue): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

function sizes(limits: FieldLimits, what: keyof typeof NOUNS): readonly string[] {
  const range = between(limits[`min${what}`] || undefined, limits[`max${what}`]);
  return range.map((words) => `${words} ${NOUNS[what]}`);
}

function between(low: number | undefined, high: number | undefined): readonly string[] {
  if (low === undefined) return high === undefined ? [] : [`at most ${String(high)}`];
  return [high === undefined ? `at least ${String(low)}` : `${String(low)} to ${String(high)}`];
}
