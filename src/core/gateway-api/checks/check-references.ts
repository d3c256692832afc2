import type { Severity, StepNumber } from '../../model/index.ts';
import { holdsCertificateStandIn } from '../../pki/certificate-stand-in.ts';
import { dataKeys, readDataValue } from '../data-value.ts';
import { detectImplementation } from '../detect-implementation.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { isMade, makerOf } from '../makers/makers.ts';
import type { Maker } from '../makers/types.ts';
import { makeFinding } from '../make-finding.ts';
import type { Reference, ReferenceKind } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';
import { createNameDirectory, suggestionParams, targetText } from './name-directory.ts';
import { unsupportedKind } from './supported-kinds.ts';

/** The step of the handshake that a missing target breaks. */
const STEPS: Readonly<Partial<Record<ReferenceKind, StepNumber>>> = {
  parentRef: 2,
  backendRef: 2,
  caCertificateRef: 8,
  clientCertificateRef: 5,
  secretRef: 8,
};

/** Missing targets that another check words better. */
const WORDED_ELSEWHERE: ReadonlySet<ReferenceKind> = new Set(['policyTarget', 'selector']);

/** Every reference whose target is not among the files: the ghost nodes of the graph. */
export function checkMissingTargets(context: CheckContext): readonly GatewayApiFinding[] {
  const directory = createNameDirectory(context.index);
  return context.references.flatMap((reference) => {
    const object = context.index.byId.get(reference.from.objectId);
    if (object === undefined || isWritten(context, reference)) return [];
    // The grant is asked first: what is not permitted need not exist (gateway_types.go L1293-1342).
    if (reference.permission === 'denied') return [];
    if (WORDED_ELSEWHERE.has(reference.kind) || unsupportedKind(object, reference)) return [];
    const severity = severityOf(context, reference);
    if (severity === null) return [];
    const step = STEPS[reference.kind];
    const maker = makerOf(context.index, reference.target);
    if (maker !== undefined) return [madeElsewhere(object, reference, maker)];
    return [
      makeFinding({
        code: 'REFERENCE-TARGET-MISSING',
        severity,
        object,
        path: reference.nameField?.path ?? reference.from.path,
        params: {
          target: targetText(reference.target),
          ...suggestionParams(directory, reference.target),
        },
        ...(step === undefined ? {} : { step }),
      }),
    ];
  });
}

/** In a file, or made and its certificate is known by now: nothing is left to tell. */
function isWritten({ index }: CheckContext, { target }: Reference): boolean {
  const object = target.objectId === undefined ? undefined : index.byId.get(target.objectId);
  return object !== undefined && (!isMade(object) || isSaid(object));
}

/** Whether the user has said what certificate a controller writes into the object. */
function isSaid(object: ManifestObject): boolean {
  return dataKeys(object).some((key) => {
    const text = readDataValue(object, key)?.text ?? '';
    return text.includes('-----BEGIN CERTIFICATE-----') && !holdsCertificateStandIn(text);
  });
}

/** Not an error: the controller of `maker` writes the target once it runs. */
function madeElsewhere(
  object: ManifestObject,
  { nameField, from, target }: Reference,
  { text }: Maker,
): GatewayApiFinding {
  return makeFinding({
    code: 'REFERENCE-TARGET-MADE',
    severity: 'note',
    object,
    path: nameField?.path ?? from.path,
    params: { target: targetText(target), maker: text },
  });
}

/** A class with a well-known name comes with the installation; optional volumes may be absent. */
function severityOf({ index }: CheckContext, reference: Reference): Severity | null {
  if (reference.optional === true) return 'note';
  switch (reference.kind) {
    case 'gatewayClass': {
      const gateway = index.byId.get(reference.from.objectId);
      const known = gateway !== undefined && detectImplementation(index, gateway, {}).id !== null;
      return known ? null : 'note';
    }
    case 'parametersRef':
    case 'parentRef':
    case 'env':
      return 'warning';
    case 'backendRef':
    case 'policyTarget':
    case 'caCertificateRef':
    case 'clientCertificateRef':
    case 'listenerCertificateRef':
    case 'secretRef':
    case 'selector':
    case 'volume':
      return 'error';
    default:
      return reference.kind satisfies never;
  }
}

/** Gateway API referencegrant_types.go L34: all cross-namespace references need a grant. */
export function checkPermissions({
  index,
  references,
}: CheckContext): readonly GatewayApiFinding[] {
  return references.flatMap((reference) => {
    const object = index.byId.get(reference.from.objectId);
    if (object === undefined || reference.permission !== 'denied') return [];
    const envoy = object.group === 'gateway.envoyproxy.io';
    const step = STEPS[reference.kind];
    return [
      makeFinding({
        code: envoy ? 'REFERENCE-OTHER-NAMESPACE' : 'REFERENCE-NOT-PERMITTED',
        severity: 'error',
        object,
        path: reference.from.path,
        params: {
          target: targetText(reference.target),
          fromGroup: object.group,
          fromKind: object.kind,
          fromNamespace: object.namespace,
          toGroup: reference.target.group,
          toKind: reference.target.kind,
          toName: reference.target.name,
          toNamespace: reference.target.namespace,
        },
        ...(step === undefined ? {} : { step }),
      }),
    ];
  });
}

/** object_reference_types.go: `group: core` passes the schema and is not the core group. */
export function checkGroupCore({ index, references }: CheckContext): readonly GatewayApiFinding[] {
  return references.flatMap((reference) => {
    const object = index.byId.get(reference.from.objectId);
    if (object === undefined || reference.target.group !== 'core') return [];
    const path = [...reference.from.path, 'group'];
    return [makeFinding({ code: 'REFERENCE-GROUP-CORE', severity: 'warning', object, path })];
  });
}

/** References whose kind no implementation of the Gateway API has to take there. */
export function checkKinds({ index, references }: CheckContext): readonly GatewayApiFinding[] {
  return references.flatMap((reference) => {
    const object = index.byId.get(reference.from.objectId);
    const unsupported = object && unsupportedKind(object, reference);
    if (object === undefined || unsupported === undefined) return [];
    const step = STEPS[reference.kind];
    return [
      makeFinding({
        code: 'REFERENCE-KIND-UNSUPPORTED',
        severity: 'error',
        object,
        path: reference.from.path,
        params: unsupported,
        ...(step === undefined ? {} : { step }),
      }),
    ];
  });
}
