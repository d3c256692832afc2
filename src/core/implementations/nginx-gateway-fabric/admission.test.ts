import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { admitCaBundle } from './admit-ca-bundle.ts';
import { admitClientSecret } from './admit-client-secret.ts';

interface Row {
  readonly id: string;
  readonly pem: Readonly<Record<string, string>>;
  readonly ngfAdmission: {
    readonly caBundle: string;
    readonly clientSecret: string | null;
    readonly blockedByControlPlane: boolean;
  };
}

const url = new URL('../../../../../shared/vectors/nginx-openssl.json', import.meta.url);
const rows = existsSync(url)
  ? (JSON.parse(readFileSync(url, 'utf8')) as { scenarios: readonly Row[] }).scenarios
  : [];
if (rows.length === 0) console.info('Skipped: the recorded vectors are not on this machine.');

/** Binary files stand in the vectors as `base64:…`. */
function bytesOf(text: string): Uint8Array {
  return new Uint8Array(
    text.startsWith('base64:') ? Buffer.from(text.slice(7), 'base64') : Buffer.from(text, 'utf8'),
  );
}

/** The admission column as this code would fill it. */
function admit(pem: Row['pem']): Row['ngfAdmission'] {
  const ca = admitCaBundle(bytesOf(pem['gateway-ca.crt'] ?? ''));
  const certificate = pem['client-tls.crt'];
  const key = pem['client-tls.key'];
  const secret =
    certificate === undefined || key === undefined
      ? null
      : (admitClientSecret(bytesOf(certificate), bytesOf(key)) ?? 'OK');
  return {
    caBundle: ca.ok ? 'OK' : ca.message,
    clientSecret: secret,
    blockedByControlPlane: !ca.ok || (secret !== null && secret !== 'OK'),
  };
}

describe.skipIf(rows.length === 0)('the control plane of NGINX Gateway Fabric', () => {
  it('is recorded for 207 rows', () => {
    expect(rows).toHaveLength(207);
  });

  it.each(rows.map((row) => [row.id, row] as const))(
    'admits or refuses as recorded: %s',
    (_, row) => {
      expect(admit(row.pem)).toEqual(row.ngfAdmission);
    },
  );
});
