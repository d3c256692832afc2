import { readFileSync } from 'node:fs';
import { decodeCertificate } from '../pki/certificate.ts';
import type { Certificate } from '../pki/types.ts';

export interface RecordedEvent {
  readonly error: number;
  readonly depth: number;
}

/** The columns of a recorded nginx run that verification answers for. */
export interface NginxScenario {
  readonly id: string;
  readonly category: string;
  readonly hostname: string;
  readonly at: string;
  readonly proxy: {
    readonly scheme: string;
    readonly proxy_ssl_name: string;
    readonly proxy_ssl_verify_depth: number;
  };
  readonly backend: { readonly ssl_verify_depth: number };
  readonly expected: {
    readonly stage: string;
    readonly gatewayErrorCode: { readonly number: number; readonly string: string } | null;
    readonly backendErrorCode: { readonly number: number; readonly string: string } | null;
    readonly gatewayVerifyTrace?: readonly RecordedEvent[];
    readonly backendVerifyTrace?: readonly RecordedEvent[];
    readonly hostCheck?: 'match' | 'no match' | null;
  };
  readonly opensslVerify: {
    readonly backendCert?: readonly RecordedEvent[];
    readonly clientCert?: readonly RecordedEvent[];
  };
  readonly pem: Readonly<Record<string, string>>;
}

/** The recorded runs of real nginx, OpenSSL 3.0 and 3.5. */
export function nginxScenarios(): readonly NginxScenario[] {
  const file = new URL('./fixtures/nginx-openssl.json', import.meta.url);
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as { scenarios: NginxScenario[] };
  return parsed.scenarios;
}

/** The certificates of a recorded file (`base64:…` when not text); damaged and foreign blocks left out. */
export function certificatesIn(recorded: string): readonly Certificate[] {
  const pem = recorded.startsWith('base64:')
    ? Buffer.from(recorded.slice(7), 'base64').toString('utf8')
    : recorded;
  const blocks = pem.matchAll(
    /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]+)-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g,
  );
  return [...blocks].flatMap(([, body]) => {
    const decoded = decodeCertificate(new Uint8Array(Buffer.from(body ?? '', 'base64')));
    return decoded.ok ? [decoded.certificate] : [];
  });
}
