import { servicePorts } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { FixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { oneFix } from './one-fix.ts';

/** Sends the Service port to a port on which nginx listens. */
export const useServedPort: FixMaker = (finding, context) => {
  const { params } = finding;
  const ports = [...(params.ports ?? '').matchAll(/:([0-9]+)(?=,|$)/g)].map(([, port]) =>
    Number(port),
  );
  const targets = new Set(context.connections.map(({ targetId }) => targetId ?? ''));
  const services = [...targets].flatMap((id) => context.index.byId.get(id) ?? []);
  return services.flatMap((found) => {
    const service = asWritten(found, context);
    const port = servicePorts(service).find(({ targetPort }) => String(targetPort) === params.port);
    if (port === undefined) return [];
    return [...new Set(ports)].flatMap((served) =>
      oneFix(
        `Send port ${String(port.port)} of Service ${service.name} to ${String(served)}, where ${params.workload ?? 'nginx'} listens`,
        setScalar(service, ['spec', 'ports', port.index, 'targetPort'], served),
      ),
    );
  });
};
