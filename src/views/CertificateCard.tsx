import './certificate.css';
import type { ReactNode } from 'react';
import type { CertificateSummary } from '../core/analysis/types.ts';
import { CopyButton, VerdictShape, type ShapeName } from '../ui/index.ts';
import { formatDate } from './format/format-date.ts';
import { validityWords } from './format/validity.ts';
import { Glyph } from './glyphs/Glyph.tsx';
import { guillochePath } from './guilloche.ts';
import { shortHex } from './short-hex.ts';
import type { TimeAxis } from './time-axis.ts';
import { ValidityBar } from './ValidityBar.tsx';

const rosette = guillochePath();

/**
 * One certificate as a document: name and issuer, validity, the names a gateway can match, key match, then
 * every field. `badge` is the verdict that the context gives it; `compact` leaves the fields out.
 */
export function CertificateCard(props: {
  certificate: CertificateSummary;
  axis: TimeAxis;
  at: number;
  badge?: ReactNode;
  compact?: boolean;
}) {
  const { certificate, axis, at, badge, compact = false } = props;
  return (
    <article className="cert" aria-label={`Certificate ${certificate.title}`}>
      <header className="cert-h">
        <svg className="rosette" viewBox="0 0 200 200" aria-hidden="true">
          <path d={rosette} fill="none" stroke="currentColor" strokeWidth="0.8" />
        </svg>
        <span className="g">
          <Glyph name="certificate" />
        </span>
        <div className="grow">
          <div className="cn">{certificate.title}</div>
          <div className="is">{roleWords(certificate)}</div>
        </div>
        {badge}
      </header>
      <div className="cert-b">
        <section>
          <p className="fl-h">
            Validity<span className="end">{validityWords(certificate, at)}</span>
          </p>
          <ValidityBar certificate={certificate} axis={axis} at={at} />
          <div className="vends">
            <span>{formatDate(certificate.notBefore)}</span>
            <span>{formatDate(certificate.notAfter)}</span>
          </div>
        </section>
        {certificate.isCa ? null : <Names certificate={certificate} />}
        <Key certificate={certificate} />
        {compact ? null : <Fields certificate={certificate} />}
      </div>
    </article>
  );
}

function roleWords(certificate: CertificateSummary): string {
  const role = certificate.isCa ? 'CA' : 'Certificate';
  return certificate.selfSigned
    ? `Self-signed ${certificate.isCa ? 'CA' : 'certificate'}`
    : `${role}, issued by ${certificate.issuer}`;
}

function Names({ certificate }: { certificate: CertificateSummary }) {
  const { dnsNames, otherNames, commonName } = certificate;
  return (
    <section>
      <p className="fl-h">Names a gateway can match</p>
      <div className="chips">
        {[...dnsNames, ...otherNames].map((name) => (
          <span key={name} className="chip mono">
            {name}
          </span>
        ))}
        {dnsNames.length + otherNames.length === 0 ? (
          <span className="chip ghost">no SAN</span>
        ) : null}
        {commonName === null ? null : (
          <span className="chip mono">
            <small>CN</small>
            {commonName}
          </span>
        )}
      </div>
    </section>
  );
}

const keyProofs: Readonly<
  Record<CertificateSummary['keyProof'], { shape: ShapeName; text: string } | null>
> = {
  proven: { shape: 'ok', text: 'private key matches, proven by a signature' },
  mismatch: { shape: 'error', text: 'private key does not match this certificate' },
  locked: { shape: 'unknown', text: 'private key is locked' },
  'not-checked': { shape: 'unknown', text: 'private key not checked' },
  'no-key': null,
};

function Key({ certificate }: { certificate: CertificateSummary }) {
  const proof = keyProofs[certificate.keyProof];
  return (
    <section>
      <p className="fl-h">Key</p>
      <div className="chips">
        {proof === null ? null : (
          <span className={proof.shape === 'ok' ? 'chip match' : 'chip'}>
            <VerdictShape shape={proof.shape} size="xs" />
            {proof.text}
          </span>
        )}
        <span className="chip">{certificate.key}</span>
      </div>
    </section>
  );
}

function Fields({ certificate }: { certificate: CertificateSummary }) {
  const uses = (list: readonly string[] | null) => list?.join(', ') ?? 'not set, any use allowed';
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['Subject', certificate.subject, false],
    ['Issuer', certificate.issuer, false],
    ['Serial', shortHex(certificate.serial), true],
    ['Signature', certificate.signature, false],
    ['Key usage', uses(certificate.keyUsage), false],
    ['Extended use', uses(certificate.extendedKeyUsage), false],
    ['Subject key ID', shortHex(certificate.subjectKeyId), true],
    ['Authority key ID', shortHex(certificate.authorityKeyId), true],
    ['SHA-256', shortHex(certificate.id), true],
  ];
  return (
    <table className="ftab">
      <tbody>
        {rows.map(([label, value, mono]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={mono ? 'mono f' : undefined}>
              {value}
              {label === 'SHA-256' ? (
                <CopyButton text={certificate.id} label="Copy fingerprint" />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
