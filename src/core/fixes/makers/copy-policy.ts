import { groups, itemsAt, objectAt } from '../../gateway-api/index.ts';
import { appendDocument } from '../../manifest/index.ts';
import type { FixMaker } from '../types.ts';
import { freeName } from './authority-object.ts';
import { oneFix } from './one-fix.ts';

/** A policy for the other backend of a rule, equal to the one that the rule has: NGINX asks for the same of all. */
export const copyPolicy: FixMaker = ({ params }, context) => {
  const { index, workspace } = context;
  const service = index.all.find(
    (one) => `${one.kind} ${one.namespace}/${one.name}` === params.target,
  );
  const policy = index.all.find(
    (one) =>
      `${one.kind} ${one.name}` === params.policy &&
      one.group === groups.gateway &&
      one.namespace === service?.namespace,
  );
  const file = workspace.files.find(({ id }) => id === policy?.fileId);
  if (service === undefined || policy === undefined || file === undefined) return [];
  const spec = objectAt(policy.value, ['spec']);
  if (itemsAt(spec, ['targetRefs']).length === 0) return [];
  const name = freeName(`${service.name}-tls`, 'BackendTLSPolicy', service.namespace, context);
  const targetRefs = [{ group: '', kind: 'Service', name: service.name }];
  const document = {
    apiVersion: policy.apiVersion,
    kind: policy.kind,
    metadata: { name, namespace: service.namespace },
    spec: { ...spec, targetRefs },
  };
  return oneFix(
    `Add BackendTLSPolicy ${name} for Service ${service.name}, with the CA and name of ${policy.name}`,
    appendDocument(file, document),
    { effect: 'Both backends of the rule then ask for TLS in the same way.' },
  );
};
