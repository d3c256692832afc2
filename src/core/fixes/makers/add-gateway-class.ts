import { controllerNames, stringAt } from '../../gateway-api/index.ts';
import { appendDocument } from '../../manifest/index.ts';
import { IMPLEMENTATION_IDS } from '../../model/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** The GatewayClass that a Gateway names, for each of the implementations. */
export const addGatewayClass: ObjectFixMaker = (_, object, { workspace, index }) => {
  const name = stringAt(object.value, ['spec', 'gatewayClassName']);
  const file = workspace.files.find(({ id }) => id === object.fileId);
  const groupKind = 'gateway.networking.k8s.io/GatewayClass';
  if (name === undefined || file === undefined) return [];
  if (index.ofKind(groupKind).some((one) => one.name === name)) return [];
  return IMPLEMENTATION_IDS.flatMap((id) =>
    oneFix(
      `Add GatewayClass ${name} of ${controllerNames[id]} for Gateway ${object.name}`,
      appendDocument(file, {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'GatewayClass',
        metadata: { name },
        spec: { controllerName: controllerNames[id] },
      }),
    ),
  );
};
