import type { JsonObject, JsonValue } from '../../../manifest/types.ts';
import type { SchemaType, StructuralSchema } from '../../types.ts';

type Refuse = (keyword: string, expected: string) => void;

/** How a keyword's value is told apart, and what is expected in words. */
interface Form<Value extends JsonValue> {
  readonly is: (value: JsonValue) => value is Value;
  readonly expected: string;
}

const types = ['object', 'array', 'string', 'integer', 'number', 'boolean'] as const;
const listTypes = ['atomic', 'set', 'map'] as const;

const truth: Form<boolean> = { is: (v): v is boolean => typeof v === 'boolean', expected: 'true' };
const number: Form<number> = {
  is: (v): v is number => typeof v === 'number',
  expected: 'a number',
};
const text: Form<string> = { is: (v): v is string => typeof v === 'string', expected: 'a text' };
const count: Form<number> = {
  is: (v): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 0,
  expected: 'a whole number from 0',
};
const list: Form<readonly JsonValue[]> = {
  is: (v): v is readonly JsonValue[] => Array.isArray(v),
  expected: 'a list',
};
const texts: Form<readonly string[]> = {
  is: (v): v is readonly string[] => Array.isArray(v) && v.every((one) => typeof one === 'string'),
  expected: 'a list of texts',
};

/** Keywords that hold no schema; one of another form is refused and left out. */
export function readKeywords(node: JsonObject, refuse: Refuse): StructuralSchema {
  const take = <Value extends JsonValue>(keyword: string, form: Form<Value>): Value | undefined => {
    const value = Object.hasOwn(node, keyword) ? node[keyword] : undefined;
    if (value === undefined || form.is(value)) return value;
    refuse(keyword, form.expected);
    return undefined;
  };
  const flag = (keyword: string): true | undefined => (take(keyword, truth) ? true : undefined);
  return defined({
    type: take('type', oneOf<SchemaType>(types)),
    nullable: flag('nullable'),
    default: node.default,
    enum: take('enum', list),
    required: take('required', texts),
    format: take('format', text),
    pattern: take('pattern', text),
    minimum: take('minimum', number),
    maximum: take('maximum', number),
    exclusiveMinimum: flag('exclusiveMinimum'),
    exclusiveMaximum: flag('exclusiveMaximum'),
    multipleOf: take('multipleOf', number),
    minLength: take('minLength', count),
    maxLength: take('maxLength', count),
    minItems: take('minItems', count),
    maxItems: take('maxItems', count),
    minProperties: take('minProperties', count),
    maxProperties: take('maxProperties', count),
    uniqueItems: flag('uniqueItems'),
    listType: take('x-kubernetes-list-type', oneOf(listTypes)),
    listMapKeys: take('x-kubernetes-list-map-keys', texts),
    preserveUnknownFields: flag('x-kubernetes-preserve-unknown-fields'),
    intOrString: flag('x-kubernetes-int-or-string'),
    embeddedResource: flag('x-kubernetes-embedded-resource'),
  });
}

function oneOf<Word extends string>(words: readonly Word[]): Form<Word> {
  return {
    is: (value): value is Word => words.some((word) => word === value),
    expected: words.join(', '),
  };
}

type Optional<T> = { [Key in keyof T]: T[Key] | undefined };

/** The same without the keys that have no value. */
function defined(schema: Optional<StructuralSchema>): StructuralSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
