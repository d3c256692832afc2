/** `controllerName` in the entries that kgateway writes. */
export const KGATEWAY_CONTROLLER = 'kgateway.dev/kgateway';
