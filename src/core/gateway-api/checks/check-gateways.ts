import type { ManifestObject } from '../../manifest/types.ts';
import { stringAt } from '../json.ts';
import { kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

/** A Gateway whose controller nobody tells is not checked, and says why. */
export function checkGatewayClasses(context: CheckContext): readonly GatewayApiFinding[] {
  return context.index.ofKind(kinds.gateway).flatMap((object) => {
    const detected = context.implementations.get(object.key);
    if (detected?.id !== null) return [];
    return [
      makeFinding({
        code: 'GATEWAY-CLASS-UNKNOWN',
        severity: 'warning',
        object,
        path: ['spec', 'gatewayClassName'],
        params: { evidence: classEvidence(object, detected.evidence) },
      }),
    ];
  });
}

function classEvidence(gateway: ManifestObject, evidence: string): string {
  const className = stringAt(gateway.value, ['spec', 'gatewayClassName']) ?? '';
  if (className === '') return 'spec.gatewayClassName is not set.';
  return evidence === className
    ? `GatewayClass ${className} is not among the files, and its name tells nothing.`
    : `GatewayClass ${className} has controllerName "${evidence}", which this app does not know.`;
}
