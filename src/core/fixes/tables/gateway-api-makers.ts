import type { GatewayApiFindingCode } from '../../gateway-api/index.ts';
import type { WorkloadFindingCode } from '../../workload/index.ts';
import { addGatewayClass } from '../makers/add-gateway-class.ts';
import { addNamespaceLabels } from '../makers/add-namespace-labels.ts';
import { addReferenceGrant } from '../makers/add-reference-grant.ts';
import { addTlsPolicy } from '../makers/add-tls-policy.ts';
import { allowListenerSet } from '../makers/allow-listener-set.ts';
import { attachRoute } from '../makers/attach-route.ts';
import { bringSecretHere } from '../makers/bring-secret-here.ts';
import { deleteLosingPolicy } from '../makers/delete-losing-policy.ts';
import { joinAuthorities } from '../makers/join-authorities.ts';
import { keepOneValue } from '../makers/keep-one-value.ts';
import { mountPresentKey } from '../makers/mount-present-key.ts';
import { movePolicy } from '../makers/move-policy.ts';
import { namePairKey } from '../makers/name-pair-key.ts';
import { namePort } from '../makers/name-port.ts';
import { nameSupportedKind } from '../makers/name-supported-kind.ts';
import { onObject } from '../makers/on-object.ts';
import { usePortName } from '../makers/use-port-name.ts';
import { useServedPort } from '../makers/use-served-port.ts';
import { quoteDataValue } from '../makers/quote-data-value.ts';
import { removeEarlierDefinition } from '../makers/remove-earlier-definition.ts';
import { renameDataKey } from '../makers/rename-data-key.ts';
import { repairDataValue } from '../makers/repair-data-value.ts';
import { repairMissingTarget } from '../makers/repair-missing-target.ts';
import { usePresentFile } from '../makers/use-present-file.ts';
import { selectWorkload } from '../makers/select-workload.ts';
import { setFieldTo } from '../makers/set-field-to.ts';
import { splitTargets } from '../makers/split-targets.ts';
import { targetTcpPort } from '../makers/target-tcp-port.ts';
import { usePresentedName } from '../makers/use-presented-name.ts';
import { useServicePort } from '../makers/use-service-port.ts';
import { writeCoreGroup } from '../makers/write-core-group.ts';
import { writeTargetRefs } from '../makers/write-target-refs.ts';
import type { FixMaker } from '../types.ts';

/** Repairs of objects, of what they name, and of what the workloads mount. */
export const gatewayApiMakers = {
  'OBJECT-REPEATED': onObject(removeEarlierDefinition),
  'OBJECT-REDEFINED': onObject(removeEarlierDefinition),
  'API-VERSION-OLD': onObject(setFieldTo('newest', { safe: false })),
  'REFERENCE-TARGET-MISSING': onObject(repairMissingTarget),
  'REFERENCE-NOT-PERMITTED': onObject(addReferenceGrant),
  'REFERENCE-OTHER-NAMESPACE': onObject(bringSecretHere),
  'REFERENCE-GROUP-CORE': onObject(writeCoreGroup),
  'REFERENCE-KIND-UNSUPPORTED': onObject(nameSupportedKind),
  'DATA-HTML-ESCAPED': onObject(repairDataValue),
  'DATA-PLAIN-TEXT': onObject(repairDataValue),
  'DATA-NOT-TEXT': onObject(quoteDataValue),
  'DATA-KEY-TWICE': onObject(keepOneValue),
  'CA-KEY-MISSING': onObject(renameDataKey('ca.crt')),
  'TLS-KEY-MISSING': onObject(namePairKey),
  'LISTENER-SET-NOT-ALLOWED': onObject(allowListenerSet),
  'LISTENER-SET-LABELS-UNKNOWN': addNamespaceLabels,
  'POLICY-TARGET-MISSING': onObject(movePolicy),
  'POLICY-WITHOUT-TARGET': onObject(writeTargetRefs),
  'POLICY-SECTION-IS-NUMBER': onObject(namePort),
  'POLICY-SECTION-NOT-FOUND': onObject(setFieldTo('closest', { safe: false })),
  'POLICY-CONFLICT-LOST': onObject(deleteLosingPolicy),
  'POLICY-UDP-PORT-BESIDE': onObject(targetTcpPort),
  'POLICY-SEVERAL-TARGETS': onObject(splitTargets),
  'POLICY-SEVERAL-CAS': onObject(joinAuthorities),
  'POLICY-HOSTNAME-IS-IP': onObject(usePresentedName('Verify')),
  'POLICY-SAN-WILDCARD': onObject(usePresentedName('List')),
  'TLS-PORT-WITHOUT-POLICY': addTlsPolicy,
  'GATEWAY-CLASS-UNKNOWN': onObject(addGatewayClass),
  'CLIENT-CERTIFICATE-NEVER-SENT': addTlsPolicy,
  'ROUTE-NOT-ATTACHED': onObject(attachRoute),
  'ROUTE-NAMESPACE-LABELS-UNKNOWN': addNamespaceLabels,
  'BACKEND-PORT-NOT-FOUND': onObject(useServicePort),
  'BACKEND-PORT-NOT-GIVEN': onObject(useServicePort),
  'SERVICE-SELECTS-NOTHING': onObject(selectWorkload),
  'WORKLOAD-FILE-MISSING': onObject(usePresentFile),
  'WORKLOAD-KEY-MISSING': onObject(mountPresentKey),
  'WORKLOAD-PORT-NOT-SERVED': useServedPort,
  'WORKLOAD-PORT-NAME-MISSING': onObject(usePortName),
} satisfies Partial<Record<GatewayApiFindingCode | WorkloadFindingCode, FixMaker>>;
