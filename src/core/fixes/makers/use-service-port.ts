import { servicePorts, valueAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** More ports than these are not listed. */
const MOST = 3;

/** Writes a port that the Service has into a backendRef: the closest, then the others. */
export const useServicePort: ObjectFixMaker = ({ field, params }, object, { index }) => {
  const service = index.all.find(
    (one) => `${one.kind} ${one.namespace}/${one.name}` === params.target,
  );
  if (field === undefined || service === undefined) return [];
  const isPort = field.path.at(-1) === 'port';
  const path = isPort ? field.path : [...field.path, 'port'];
  const verb = valueAt(object.value, path) === undefined ? 'Add' : 'Change';
  const ports = servicePorts(service).map(({ port }) => port);
  const sorted = ports.toSorted(
    (a, b) => Number(String(b) === params.closest) - Number(String(a) === params.closest),
  );
  return sorted
    .slice(0, MOST)
    .flatMap((port) =>
      oneFix(
        `${verb === 'Add' ? 'Add port' : 'Change the port to'} ${String(port)} of Service ${service.name} in ${object.kind} ${object.name}`,
        setScalar(object, path, port),
      ),
    );
};
