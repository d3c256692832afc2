/** Namespace of the Gateways and of most objects of the conformance suite. */
export const INFRA = 'gateway-conformance-infra';

/** Namespace that the suite's references cross to. */
export const WEB_BACKEND = 'gateway-conformance-web-backend';

/** The other namespace with backends. */
export const APP_BACKEND = 'gateway-conformance-app-backend';
