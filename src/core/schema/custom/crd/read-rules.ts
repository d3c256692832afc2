import type { FieldPath } from '../../../model/index.ts';
import type { JsonObject, JsonValue } from '../../../manifest/types.ts';
import type { RuleReason, StructuralSchema, ValidationRule } from '../../types.ts';
import type { CelEngine } from '../cel/cel-engine.ts';
import { compileRule, mostSteps } from '../cel/compile-rule.ts';
import { usesOldSelf } from '../cel/rule-text.ts';
import { withObjectMeta } from '../cel/to-cel.ts';
import type { CrdFindingCode } from '../findings.ts';
import { readFieldPath } from './read-field-path.ts';
import type { RulePlace } from './read-schema.ts';

/** What reading the rules of one version needs. */
export interface RuleReading {
  /** Null while the expression library is not there: every rule is then reported. */
  readonly engine: CelEngine | null;
  readonly report: (
    code: CrdFindingCode,
    path: FieldPath,
    params: Readonly<Record<string, string>>,
  ) => void;
  readonly version: string;
}

const reasons: readonly RuleReason[] = [
  'FieldValueInvalid',
  'FieldValueForbidden',
  'FieldValueRequired',
  'FieldValueDuplicate',
];

/** `x-kubernetes-validations` of one schema node. A rule that cannot be evaluated is reported and left out. */
export function readRules(
  node: JsonObject,
  schema: StructuralSchema,
  place: RulePlace,
  reading: RuleReading,
): Pick<StructuralSchema, 'rules'> {
  const list = node['x-kubernetes-validations'];
  if (!Array.isArray(list)) return {};
  const entries: readonly JsonValue[] = list;
  const seen = place.root || schema.embeddedResource ? withObjectMeta(schema) : schema;
  const rules = entries.flatMap((entry, index) => {
    const at = [...place.path, 'x-kubernetes-validations', index];
    const rule = isMap(entry) ? readRule(entry, seen, at, reading) : null;
    return rule === null ? [] : [rule];
  });
  return rules.length === 0 ? {} : { rules };
}

function readRule(
  entry: JsonObject,
  schema: StructuralSchema,
  at: FieldPath,
  reading: RuleReading,
): ValidationRule | null {
  const text = textOf(entry.rule);
  const optionalOldSelf = entry.optionalOldSelf === true;
  const described = describe(entry, text);
  // A rule about a change has nothing to compare when an object is created: it is never asked.
  if (usesOldSelf(text) && !optionalOldSelf) {
    return { ...described, transition: true, check: () => true };
  }
  const where = { version: reading.version, rule: text };
  const refuse = (error: string): null => {
    reading.report('CRD-RULE-NOT-EVALUATED', at, { ...where, error });
    return null;
  };
  if (reading.engine === null) return refuse('The expression library is not loaded');
  const messageExpression = textOf(entry.messageExpression);
  const compiled = compileRule(
    {
      rule: text,
      ...(messageExpression !== '' && { messageExpression }),
      ...(optionalOldSelf && { optionalOldSelf }),
    },
    schema,
    reading.engine,
    (cost) => {
      const bound = { cost: cost.toExponential(0), limit: mostSteps.toExponential(0) };
      reading.report('CRD-RULE-TOO-COSTLY', at, { ...where, ...bound });
    },
  );
  return compiled.ok ? { ...described, check: compiled.check } : refuse(compiled.error);
}

function describe(entry: JsonObject, rule: string): Omit<ValidationRule, 'check'> {
  const message = textOf(entry.message).trim();
  const fieldPath = readFieldPath(textOf(entry.fieldPath));
  const reason = reasons.find((one) => one === entry.reason);
  return {
    id: rule,
    message: message === '' ? `failed rule: ${rule.trim()}` : message,
    ...(fieldPath !== null && { fieldPath }),
    ...(reason !== undefined && { reason }),
  };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isMap(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
