import { itemsAt, stringAt } from '../json.ts';
import { kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** RFC 6066 §3 forbids IP addresses as SNI; the schema's pattern lets `10.0.0.1` pass. */
export function checkPolicyHostnames({ index }: CheckContext): readonly GatewayApiFinding[] {
  return index.ofKind(kinds.backendTlsPolicy).flatMap((object) => {
    const path = ['spec', 'validation', 'hostname'];
    const hostname = stringAt(object.value, path) ?? '';
    if (!IPV4.test(hostname) && !hostname.includes(':')) return [];
    return [
      makeFinding({
        code: 'POLICY-HOSTNAME-IS-IP',
        severity: 'error',
        object,
        path,
        params: { hostname },
        step: 8,
      }),
    ];
  });
}

/** backendtlspolicy.md L146 forbids wildcards in subjectAltNames; the schema accepts them. */
export function checkPolicyAltNames({ index }: CheckContext): readonly GatewayApiFinding[] {
  return index.ofKind(kinds.backendTlsPolicy).flatMap((object) =>
    itemsAt(object.value, ['spec', 'validation', 'subjectAltNames']).flatMap((entry, at) => {
      const hostname = stringAt(entry, ['hostname']) ?? '';
      if (!hostname.startsWith('*')) return [];
      const path = ['spec', 'validation', 'subjectAltNames', at, 'hostname'];
      const params = { hostname };
      return [
        makeFinding({ code: 'POLICY-SAN-WILDCARD', severity: 'warning', object, path, params }),
      ];
    }),
  );
}

/** backendtlspolicy_types.go L190-198: more than one CA reference is implementation-specific. */
export function checkPolicyAuthorities({ index }: CheckContext): readonly GatewayApiFinding[] {
  return index.ofKind(kinds.backendTlsPolicy).flatMap((object) => {
    const path = ['spec', 'validation', 'caCertificateRefs'];
    const count = itemsAt(object.value, path).length;
    if (count < 2) return [];
    const params = { count: String(count) };
    return [makeFinding({ code: 'POLICY-SEVERAL-CAS', severity: 'warning', object, path, params })];
  });
}
