import type { Certificate } from './types.ts';

/** Whether subject and issuer are the same name: a root, or a CA that changes its key (RFC 5280 §3.2). */
export function isSelfIssued({
  subject,
  issuer,
}: Pick<Certificate, 'subject' | 'issuer'>): boolean {
  return subject.canonical === issuer.canonical;
}
