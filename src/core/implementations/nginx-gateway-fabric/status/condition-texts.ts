import { namesKindsInFull } from '../versions.ts';

/** Messages that do not depend on the manifests. */
export interface ConditionTexts {
  readonly classAccepted: string;
  readonly classVersions: string;
  readonly parametersResolved: string;
  readonly parametersNotFound: string;
  readonly parametersIgnored: string;
  readonly gatewayAccepted: string;
  readonly gatewayProgrammed: string;
  readonly someListeners: string;
  readonly noListeners: string;
  readonly listenerAccepted: string;
  readonly listenerProgrammed: string;
  readonly routeAccepted: string;
  readonly policyAccepted: string;
  /** By the reason of a route that no listener takes. */
  readonly notAttached: {
    readonly NoMatchingParent: string;
    readonly NotAllowedByListeners: string;
    readonly NoMatchingListenerHostname: string;
    readonly InvalidListener: string;
  };
}

const IGNORED = 'but ParametersRef is ignored due to an error:';

const SINCE_2_3: ConditionTexts = {
  classAccepted: 'The GatewayClass is accepted',
  classVersions: 'The Gateway API CRD versions are supported',
  parametersResolved: 'The ParametersRef resource is resolved',
  parametersNotFound: 'The ParametersRef resource could not be found',
  parametersIgnored: IGNORED,
  gatewayAccepted: 'The Gateway is accepted',
  gatewayProgrammed: 'The Gateway is programmed',
  someListeners: 'The Gateway has at least one valid listener',
  noListeners: 'The Gateway has no valid listeners',
  listenerAccepted: 'The Listener is accepted',
  listenerProgrammed: 'The Listener is programmed',
  routeAccepted: 'The Route is accepted',
  policyAccepted: 'The Policy is accepted',
  notAttached: {
    NoMatchingParent: 'The Listener is not found for this parent ref',
    NotAllowedByListeners: 'The Route is not allowed by any listener',
    NoMatchingListenerHostname: 'The Listener hostname does not match the Route hostnames',
    InvalidListener: 'The Listener is invalid for this parent ref',
  },
};

const BEFORE_2_3: ConditionTexts = {
  classAccepted: 'GatewayClass is accepted',
  classVersions: 'Gateway API CRD versions are supported',
  parametersResolved: 'ParametersRef resource is resolved',
  parametersNotFound: 'ParametersRef resource could not be found',
  parametersIgnored: IGNORED,
  gatewayAccepted: 'Gateway is accepted',
  gatewayProgrammed: 'Gateway is programmed',
  someListeners: 'Gateway has at least one valid listener',
  noListeners: 'Gateway has no valid listeners',
  listenerAccepted: 'Listener is accepted',
  listenerProgrammed: 'Listener is programmed',
  routeAccepted: 'The route is accepted',
  policyAccepted: 'Policy is accepted',
  notAttached: {
    NoMatchingParent: 'Listener is not found for this parent ref',
    NotAllowedByListeners: 'Route is not allowed by any listener',
    NoMatchingListenerHostname: 'Listener hostname does not match the Route hostnames',
    InvalidListener: 'Listener is invalid for this parent ref',
  },
};

/** @see NGF state/conditions/conditions.go */
export function conditionTexts(version: string): ConditionTexts {
  return namesKindsInFull(version) ? SINCE_2_3 : BEFORE_2_3;
}
