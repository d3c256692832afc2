import type { ManifestObject } from '../../manifest/types.ts';
import { closestNames } from '../closest-names.ts';
import { itemsAt, stringAt, valueAt } from '../json.ts';
import { kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import { servicePorts } from '../service-ports.ts';
import type { Reference } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';
import { createNameDirectory, suggestionParams, targetText } from './name-directory.ts';

/** Policies whose target is not among the files, with the namespaces where it would be found. */
export function checkPolicyTargets({
  index,
  references,
}: CheckContext): readonly GatewayApiFinding[] {
  const directory = createNameDirectory(index);
  return references.flatMap((reference) => {
    const object = index.byId.get(reference.from.objectId);
    if (object === undefined || reference.kind !== 'policyTarget') return [];
    if (reference.target.objectId !== undefined) return [];
    return [
      makeFinding({
        code: 'POLICY-TARGET-MISSING',
        severity: 'error',
        object,
        path: reference.nameField?.path ?? reference.from.path,
        params: {
          target: targetText(reference.target),
          ...suggestionParams(directory, reference.target),
        },
        step: 3,
      }),
    ];
  });
}

/** BackendTLSPolicy v1 asks for targetRefs; v1alpha2 had a single targetRef, which is pruned today. */
export function checkPoliciesWithoutTarget({ index }: CheckContext): readonly GatewayApiFinding[] {
  return index.ofKind(kinds.backendTlsPolicy).flatMap((object): GatewayApiFinding[] => {
    const count = itemsAt(object.value, ['spec', 'targetRefs']).length;
    const old = valueAt(object.value, ['spec', 'targetRef']) !== undefined;
    if (count === 1 || (count === 0 && old && object.version === 'v1alpha2')) return [];
    if (count > 1) {
      const path = ['spec', 'targetRefs'];
      const params = { count: String(count) };
      return [
        makeFinding({ code: 'POLICY-SEVERAL-TARGETS', severity: 'note', object, path, params }),
      ];
    }
    const why = old
      ? 'spec.targetRef is the form of v1alpha2; the API server prunes it and asks for spec.targetRefs.'
      : 'The API server refuses the policy: spec.targetRefs: Required value.';
    const path = old ? ['spec', 'targetRef'] : ['spec'];
    return [
      makeFinding({
        code: 'POLICY-WITHOUT-TARGET',
        severity: 'error',
        object,
        path,
        params: { why },
        step: 3,
      }),
    ];
  });
}

/** Gateway API policy_types.go L93-106: sectionName is a Service port name, and must exist. */
export function checkPolicySections({
  index,
  references,
}: CheckContext): readonly GatewayApiFinding[] {
  return references.flatMap((reference) => {
    const policy = index.byId.get(reference.from.objectId);
    const service = index.byId.get(reference.target.objectId ?? '');
    if (policy === undefined || service === undefined || reference.kind !== 'policyTarget')
      return [];
    if (`${policy.group}/${policy.kind}` !== kinds.backendTlsPolicy) return [];
    if (`${service.group}/${service.kind}` !== kinds.service) return [];
    const section = stringAt(valueAt(policy.value, reference.from.path), ['sectionName']);
    return section === undefined || section === ''
      ? udpPorts(policy, service, reference, undefined)
      : sectionFindings(policy, service, reference, section);
  });
}

function sectionFindings(
  object: ManifestObject,
  service: ManifestObject,
  reference: Reference,
  section: string,
): readonly GatewayApiFinding[] {
  const ports = servicePorts(service);
  if (ports.some(({ name }) => name === section))
    return udpPorts(object, service, reference, section);
  const names = ports.map(({ name }) => name).filter((name) => name !== undefined);
  const isNumber = /^\d+$/.test(section);
  const match = ports.find(({ port }) => String(port) === section)?.name;
  const closest = closestNames(section, names)[0] ?? (names.length === 1 ? names[0] : undefined);
  return [
    makeFinding({
      code: isNumber ? 'POLICY-SECTION-IS-NUMBER' : 'POLICY-SECTION-NOT-FOUND',
      severity: 'error',
      object,
      path: [...reference.from.path, 'sectionName'],
      params: {
        target: targetText(reference.target),
        section,
        names: names.join(', '),
        ...(match === undefined ? {} : { match }),
        ...(closest === undefined ? {} : { closest }),
      },
      step: 3,
    }),
  ];
}

/**
 * GEP-1897 L213-216: a policy whose only port is UDP is Accepted=False, reason Invalid; beside others the UDP
 * ports are left out.
 */
function udpPorts(
  object: ManifestObject,
  service: ManifestObject,
  reference: Reference,
  section: string | undefined,
): readonly GatewayApiFinding[] {
  const ports = servicePorts(service).filter(
    ({ name }) => section === undefined || name === section,
  );
  const udp = ports.filter(({ protocol }) => protocol === 'UDP');
  if (udp.length === 0) return [];
  const { path } = reference.from;
  const target = targetText(reference.target);
  if (udp.length === ports.length)
    return [
      makeFinding({
        code: 'POLICY-UDP-PORT',
        severity: 'error',
        object,
        path,
        params: { target },
      }),
    ];
  const params = { target, ports: udp.map(({ port }) => String(port)).join(', ') };
  return [makeFinding({ code: 'POLICY-UDP-PORT-BESIDE', severity: 'note', object, path, params })];
}
