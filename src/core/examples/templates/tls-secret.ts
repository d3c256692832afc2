import { secretData } from '../../authoring/yaml-text.ts';
import { NAMESPACE } from '../names.ts';

/** A Secret of type kubernetes.io/tls with a certificate chain and its key. */
export function tlsSecret(name: string, chain: string, key: string): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: ${name}
  namespace: ${NAMESPACE}
type: kubernetes.io/tls
data:
  tls.crt: ${secretData(chain)}
  tls.key: ${secretData(key)}
`;
}
