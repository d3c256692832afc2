import { objectAt } from '../../gateway-api/index.ts';
import { insertKey, type ManifestObject } from '../../manifest/index.ts';
import { encodeBase64 } from '../../pki/index.ts';
import type { FixCertificate, FixDraft } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Adds a CA as ca.crt to a Secret, for the object that trusts it. */
export function withAuthority(
  secret: ManifestObject,
  ca: FixCertificate,
  user: ManifestObject,
): readonly FixDraft[] {
  const section = objectAt(secret.value, ['stringData']) === undefined ? 'data' : 'stringData';
  const pem = ca.pem.endsWith('\n') ? ca.pem : `${ca.pem}\n`;
  const text = section === 'data' ? encodeBase64(new TextEncoder().encode(pem)) : pem;
  const forWhom = user === secret ? '' : ` for ${user.kind} ${user.name}`;
  return oneFix(
    `Add ${ca.title} as ca.crt to Secret ${secret.name}${forWhom}`,
    insertKey(secret, [section], 'ca.crt', text),
    {
      effect: `Taken from ${ca.places[0]?.label ?? ca.title}. Step 8 then has a CA to check with.`,
    },
  );
}
