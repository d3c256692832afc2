import { groups, servicePorts } from '../../gateway-api/index.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import { DEFAULT_CRDS } from '../../model/index.ts';
import type { FixConnection, FixContext, FixDraft, FixMaker } from '../types.ts';
import { appendDocuments } from './append-documents.ts';
import { authorityObject, freeName } from './authority-object.ts';
import { oneFix } from './one-fix.ts';
import { certificatesIn, exactNames } from './presented.ts';

/** A BackendTLSPolicy for each Service that the finding is about, with the CA and the name of what it presents. */
export const addTlsPolicy: FixMaker = ({ subject, connectionIds, params }, context) => {
  const wanted = context.connections.filter(
    ({ id, targetId }) =>
      connectionIds?.includes(id) === true ||
      (subject.kind === 'object' && subject.objectId === targetId),
  );
  const byPlace = new Map(wanted.map((one) => [`${one.targetKey}|${one.portName ?? ''}`, one]));
  const plans = [...byPlace.values()].flatMap((one) => policyFor(one, context));
  const [first] = plans;
  if (first === undefined || plans.length !== byPlace.size) return [];
  if (plans.length === 1) return [first];
  const edits = plans.flatMap((plan) => plan.edits);
  return oneFix(
    `Add ${String(plans.length)} BackendTLSPolicies for the Services behind ${params.object ?? 'it'}`,
    edits,
    { effect: 'The gateway then uses TLS to each of them.' },
  );
};

function policyFor(connection: FixConnection, context: FixContext): readonly FixDraft[] {
  const service = context.index.byId.get(connection.targetId ?? '');
  const [leaf] = certificatesIn(connection.chain, context);
  if (service?.kind !== 'Service' || leaf === undefined) return [];
  const file = context.workspace.files.find(({ id }) => id === service.fileId);
  const names = exactNames(leaf);
  const hostname = names.find((name) => name.startsWith(`${service.name}.`)) ?? names[0];
  const ca = authorityObject(leaf, service.namespace, service.name, context);
  if (file === undefined || hostname === undefined || ca === undefined) return [];
  const name = freeName(`${service.name}-tls`, 'BackendTLSPolicy', service.namespace, context);
  const policy = policyManifest(service, connection, { name, hostname, ca: ca.name }, context);
  return oneFix(
    `Add BackendTLSPolicy ${name} for Service ${service.name}, which trusts ConfigMap ${ca.name}`,
    appendDocuments(file, [...(ca.added === undefined ? [] : [ca.added]), policy]),
    { effect: `The gateway then uses TLS and verifies ${hostname}.` },
  );
}

function policyManifest(
  service: ManifestObject,
  { portName }: FixConnection,
  { name, hostname, ca }: { readonly name: string; readonly hostname: string; readonly ca: string },
  { workspace }: FixContext,
): JsonObject {
  const isOld = (workspace.options.crds ?? DEFAULT_CRDS).gatewayApi === '1.3';
  const section = servicePorts(service).length > 1 && portName !== undefined;
  return {
    apiVersion: `${groups.gateway}/${isOld ? 'v1alpha3' : 'v1'}`,
    kind: 'BackendTLSPolicy',
    metadata: { name, namespace: service.namespace },
    spec: {
      targetRefs: [
        {
          group: '',
          kind: 'Service',
          name: service.name,
          ...(section && { sectionName: portName }),
        },
      ],
      validation: { hostname, caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: ca }] },
    },
  };
}
