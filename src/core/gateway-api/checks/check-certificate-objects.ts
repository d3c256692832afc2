import type { ManifestObject } from '../../manifest/types.ts';
import { closestNames } from '../closest-names.ts';
import { dataKeys, readDataValue } from '../data-value.ts';
import { stringAt } from '../json.ts';
import { groups, kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import type { Reference } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

/**
 * A CA reference needs the key `ca.crt` with something in it (Gateway API backendtlspolicy_types.go
 * L163-179; an empty string counts as missing in the conformance suite). Envoy Gateway's own kinds have
 * rules of their own and are left out.
 */
export function checkCaKeys({ index, references }: CheckContext): readonly GatewayApiFinding[] {
  return references.flatMap((reference) => {
    const user = index.byId.get(reference.from.objectId);
    const object = index.byId.get(reference.target.objectId ?? '');
    if (user === undefined || object === undefined || !namesAuthority(user, reference)) return [];
    const value = readDataValue(object, 'ca.crt');
    if (value !== undefined && value.bytes.length > 0) return [];
    const keys = dataKeys(object);
    const candidate = value === undefined ? candidateKey(keys) : undefined;
    return [
      makeFinding({
        code: 'CA-KEY-MISSING',
        severity: 'error',
        object,
        path: value?.field.path ?? ['data'],
        params: {
          user: `${user.kind} ${user.name}`,
          problem: value === undefined ? 'missing' : 'empty',
          keys: keys.join(', '),
          ...(candidate === undefined ? {} : { candidate }),
        },
        step: 8,
        suffix: reference.id,
      }),
    ];
  });
}

function namesAuthority(user: ManifestObject, reference: Reference): boolean {
  const readable = ['Secret', 'ConfigMap'].includes(reference.target.kind);
  return readable && reference.kind === 'caCertificateRef' && user.group === groups.gateway;
}

/** The key that was probably meant. */
function candidateKey(keys: readonly string[]): string | undefined {
  return closestNames('ca.crt', keys)[0] ?? (keys.length === 1 ? keys[0] : undefined);
}

/**
 * `tls.crt` and `tls.key` of every Secret that is used as a pair or says it is one. For type
 * kubernetes.io/tls the API server itself asks for both keys (they may be empty).
 */
export function checkTlsKeys({ index, references }: CheckContext): readonly GatewayApiFinding[] {
  const used = new Set(
    references
      .filter(({ kind }) => kind === 'clientCertificateRef' || kind === 'listenerCertificateRef')
      .map(({ target }) => target.objectId),
  );
  return index.ofKind(kinds.secret).flatMap((object) => {
    const isTls = stringAt(object.value, ['type']) === 'kubernetes.io/tls';
    if (!isTls && !used.has(object.id)) return [];
    const keys = dataKeys(object);
    return ['tls.crt', 'tls.key']
      .filter((key) => !keys.includes(key))
      .map((missing) => {
        const refused = `Secret "${object.name}" is invalid: data[${missing}]: Required value`;
        return makeFinding({
          code: 'TLS-KEY-MISSING',
          severity: 'error',
          object,
          path: ['data'],
          params: { missing, keys: keys.join(', '), ...(isTls ? { refused } : {}) },
          step: 5,
          suffix: missing,
        });
      });
  });
}
