/** Folder that the control plane fills through NGINX Agent. @see NGF nginx/config/generator.go */
const SECRETS = '/etc/nginx/secrets';

/** CA file of a BackendTLSPolicy. A ConfigMap and a Secret of one name share it. */
export function caBundlePath(namespace: string, name: string): string {
  return `${SECRETS}/cert_bundle_${namespace}_${name}.crt`;
}

/** Certificate, line end and key in one file that both directives name. */
export function keyPairPath(namespace: string, name: string): string {
  return `${SECRETS}/ssl_keypair_${namespace}_${name}.pem`;
}
