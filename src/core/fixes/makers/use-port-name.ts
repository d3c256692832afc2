import { servicePorts } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Sends a Service port to a container port that has a name. */
export const usePortName: ObjectFixMaker = ({ params }, service) => {
  const names = (params.names ?? '').split(', ').filter((name) => name !== '' && name !== 'none');
  const port = servicePorts(service).find(({ targetPort }) => String(targetPort) === params.port);
  if (port === undefined) return [];
  return names.flatMap((name) =>
    oneFix(
      `Send port ${String(port.port)} of Service ${service.name} to container port ${name}`,
      setScalar(service, ['spec', 'ports', port.index, 'targetPort'], name),
    ),
  );
};
