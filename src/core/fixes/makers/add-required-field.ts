import { stringAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { FieldPath } from '../../model/index.ts';
import type { FixContext, ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Adds a missing field for which one value only can be meant. */
export const addRequiredField: ObjectFixMaker = ({ field, params }, object, context) => {
  if (field === undefined) return [];
  const value = onlyValue(field.path, object.value, context);
  if (value === undefined) return [];
  const written = value === '' ? '""' : value;
  const title = `Add ${params.field ?? 'the field'}: ${written} to ${object.kind} ${object.name}`;
  return oneFix(title, setScalar(object, field.path, value));
};

/** Kind that a reference has when it stands in one of these lists. */
const KIND_IN: Readonly<Record<string, string>> = {
  targetRefs: 'Service',
  caCertificateRefs: 'ConfigMap',
  certificateRefs: 'Secret',
};

function onlyValue(
  path: FieldPath,
  object: Parameters<typeof stringAt>[0],
  { index }: FixContext,
): string | undefined {
  const name = path.at(-1);
  const list = path.at(-3);
  const kind = typeof list === 'string' ? KIND_IN[list] : undefined;
  if (name === 'kind') return kind;
  if (name === 'group' && kind !== undefined) {
    const written = stringAt(object, [...path.slice(0, -1), 'kind']);
    return written === undefined || written === kind ? '' : undefined;
  }
  if (name === 'gatewayClassName') {
    const classes = index.ofKind('gateway.networking.k8s.io/GatewayClass');
    return classes.length === 1 ? classes[0]?.name : undefined;
  }
  return name === 'protocol' && list === 'listeners' ? 'HTTP' : undefined;
}
