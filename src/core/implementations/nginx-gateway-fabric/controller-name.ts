/** `controllerName` of every status that NGINX Gateway Fabric writes, unless its installation changed it. */
export const NGF_CONTROLLER = 'gateway.nginx.org/nginx-gateway-controller';
