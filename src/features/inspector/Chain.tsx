import type { Analysis, CertificateSummary } from '../../core/analysis/types.ts';
import { classNames, VerdictShape } from '../../ui/index.ts';
import { CertificateCard, timeAxis } from '../../views/index.ts';

/** Certificates from the leaf up, joined by a line that says whether the next one issued the one before. */
export function Chain({ analysis, ids }: { analysis: Analysis; ids: readonly string[] }) {
  const at = Date.parse(analysis.at);
  const axis = timeAxis(at, at);
  const certificates = ids.flatMap(
    (id) => analysis.certificates.find((one) => one.id === id) ?? [],
  );
  return (
    <div className="chain">
      {certificates.map((certificate, i) => {
        const issuer = certificates[i + 1];
        return (
          <div key={certificate.id}>
            <CertificateCard certificate={certificate} axis={axis} at={at} compact={i > 0} />
            {issuer === undefined ? null : <Link subject={certificate} issuer={issuer} />}
          </div>
        );
      })}
    </div>
  );
}

function Link(props: { subject: CertificateSummary; issuer: CertificateSummary }) {
  const { subject, issuer } = props;
  const holds = subject.issuedBy.includes(issuer.id);
  return (
    <p className={classNames('chain-link', !holds && 'broken')}>
      <VerdictShape shape={holds ? 'ok' : 'error'} size="s" />
      {holds
        ? 'Signature verifies with the key below.'
        : subject.issuer === issuer.subject
          ? 'Same issuer name, but its key does not verify the signature.'
          : `Issued by ${subject.issuer}, not by the certificate below.`}
    </p>
  );
}
