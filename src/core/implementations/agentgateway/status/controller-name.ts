/** `controllerName` in the entries that agentgateway writes. */
export const AGENTGATEWAY_CONTROLLER = 'agentgateway.dev/agentgateway';
