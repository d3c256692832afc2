import { servicePorts } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { oneFix } from './one-fix.ts';
import { setFieldTo } from './set-field-to.ts';

/** Writes the name of the port whose number stands in sectionName; a port without name gets one. */
export const namePort: ObjectFixMaker = (finding, policy, context) => {
  const { params, field } = finding;
  if (params.match !== undefined)
    return setFieldTo('match', { safe: true })(finding, policy, context);
  const found = context.index.all.find(
    (one) => `${one.kind} ${one.namespace}/${one.name}` === params.target,
  );
  const port = found && servicePorts(found).find((one) => String(one.port) === params.section);
  if (found === undefined || port === undefined || field === undefined) return [];
  const service = asWritten(found, context);
  const name = `port-${String(port.port)}`;
  const edits = [
    ...setScalar(service, ['spec', 'ports', port.index, 'name'], name),
    ...setScalar(policy, field.path, name),
  ];
  return oneFix(
    `Name port ${String(port.port)} of Service ${service.name} ${name}, and target it`,
    edits,
  );
};
