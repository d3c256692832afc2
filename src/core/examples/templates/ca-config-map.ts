import { blockLines } from '../block-lines.ts';
import { NAMESPACE } from '../names.ts';

/** A ConfigMap with a trust bundle, by convention under `ca.crt`. */
export function caConfigMap(name: string, ca: string, key = 'ca.crt'): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${NAMESPACE}
data:
  ${key}: |
${blockLines(ca, 4)}
`;
}
