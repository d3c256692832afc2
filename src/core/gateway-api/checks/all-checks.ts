import { checkApiVersions } from './check-api-versions.ts';
import {
  checkAttachments,
  checkNamespaceLabels,
  checkSeveralParents,
} from './check-attachments.ts';
import {
  checkBackendPorts,
  checkExternalNames,
  checkSelectors,
  checkUnreadBackends,
} from './check-backends.ts';
import { checkCaKeys, checkTlsKeys } from './check-certificate-objects.ts';
import type { Check } from './check-context.ts';
import { checkDataValues } from './check-data-values.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkGatewayClasses } from './check-gateways.ts';
import { checkAppProtocols, checkClientCertificateUse } from './check-plaintext.ts';
import { checkPolicyConflicts, checkUnusedPolicies } from './check-policy-precedence.ts';
import { checkListenerConflicts } from './check-listener-conflicts.ts';
import { checkListenerSets } from './check-listener-sets.ts';
import { checkPassthrough } from './check-passthrough.ts';
import {
  checkPoliciesWithoutTarget,
  checkPolicySections,
  checkPolicyTargets,
} from './check-policy-targets.ts';
import {
  checkPolicyAltNames,
  checkPolicyAuthorities,
  checkPolicyHostnames,
} from './check-policy-validation.ts';
import {
  checkGroupCore,
  checkKinds,
  checkMissingTargets,
  checkPermissions,
} from './check-references.ts';

/** Every rule of this area, in the order in which findings are listed. */
export const allChecks: readonly Check[] = [
  checkDuplicates,
  checkApiVersions,
  checkDataValues,
  checkGatewayClasses,
  checkMissingTargets,
  checkPermissions,
  checkGroupCore,
  checkKinds,
  checkListenerSets,
  checkListenerConflicts,
  checkAttachments,
  checkPassthrough,
  checkNamespaceLabels,
  checkSeveralParents,
  checkBackendPorts,
  checkUnreadBackends,
  checkExternalNames,
  checkSelectors,
  checkPolicyTargets,
  checkPoliciesWithoutTarget,
  checkPolicySections,
  checkPolicyHostnames,
  checkPolicyAltNames,
  checkPolicyAuthorities,
  checkPolicyConflicts,
  checkUnusedPolicies,
  checkCaKeys,
  checkTlsKeys,
  checkAppProtocols,
  checkClientCertificateUse,
];
