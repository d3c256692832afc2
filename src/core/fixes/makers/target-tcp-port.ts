import { servicePorts, stringAt, valueAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Targets the one TCP port of the Service, so that the UDP ports are left out by name. */
export const targetTcpPort: ObjectFixMaker = ({ field, params }, policy, { index }) => {
  const service = index.all.find(
    (one) => `${one.kind} ${one.namespace}/${one.name}` === params.target,
  );
  if (field === undefined || service === undefined) return [];
  if (stringAt(valueAt(policy.value, field.path), ['sectionName']) !== undefined) return [];
  const tcp = servicePorts(service).filter(({ protocol }) => protocol !== 'UDP');
  const [name] = tcp.flatMap((port) => port.name ?? []);
  if (tcp.length !== 1 || name === undefined) return [];
  return oneFix(
    `Target port ${name} of Service ${service.name} with ${policy.kind} ${policy.name}`,
    setScalar(policy, [...field.path, 'sectionName'], name),
  );
};
