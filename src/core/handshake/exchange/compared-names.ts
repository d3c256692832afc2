import type { Certificate } from '../../pki/types.ts';
import { sanText } from '../../verify/envoy/san-text.ts';
import type { ComparedNameKind, HostCheck } from '../../verify/types.ts';

const KINDS = { dns: 'dns-san', uri: 'uri-san', email: 'email-san', ip: 'ip-san' } as const;

/** The subject alternative names that can be compared at all, in their order. */
export function comparedNames({ extensions }: Certificate): HostCheck['compared'] {
  return (extensions.subjectAltNames ?? []).flatMap((name) =>
    name.kind === 'dns' || name.kind === 'uri' || name.kind === 'email' || name.kind === 'ip'
      ? [{ kind: sanKind(name.kind), value: sanText(name) }]
      : [],
  );
}

/** Where a subject alternative name of that type stands. */
export function sanKind(san: keyof typeof KINDS): ComparedNameKind {
  return KINDS[san];
}
