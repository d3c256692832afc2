import { closestNames, stringAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Writes one of the values that the field takes: the nearest, or each when they are few. */
export const writeSupportedValue: ObjectFixMaker = ({ field, params }, object) => {
  if (field === undefined) return [];
  const values = [...(params.supported ?? '').matchAll(/"([^"]*)"/g)].map(
    ([, value = '']) => value,
  );
  const written = stringAt(object.value, field.path) ?? '';
  const same = values.filter((value) => value.toLowerCase() === written.toLowerCase());
  const near = same.length > 0 ? same : closestNames(written, values);
  const offered = near.length > 0 ? near : values.length <= FEW ? values : [];
  return offered.flatMap((value) =>
    oneFix(
      `Set ${params.field ?? 'the field'} of ${object.kind} ${object.name} to ${value}`,
      setScalar(object, field.path, value),
    ),
  );
};

/** As many values as one can choose from without knowing what was meant. */
const FEW = 4;
