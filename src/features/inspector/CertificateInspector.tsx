import { RotateCw } from 'lucide-react';
import type { Analysis, CertificateSummary } from '../../core/analysis/types.ts';
import { revealField, studio } from '../../state/index.ts';
import { Button, CopyButton, EmptyState } from '../../ui/index.ts';
import { CertificateCard, Glyph, timeAxis } from '../../views/index.ts';
import { LazyReissueOffer } from './renewal/LazyReissueOffer.tsx';
import { InspectorFrame, Section } from './InspectorFrame.tsx';

/** One certificate: the card, where it stands and who issued it. */
export function CertificateInspector(props: { analysis: Analysis; certificateId: string }) {
  const { analysis, certificateId } = props;
  const certificate = analysis.certificates.find(({ id }) => id === certificateId);
  if (certificate === undefined) {
    return <EmptyState title="This certificate is gone">It stands in no file any more.</EmptyState>;
  }
  const at = Date.parse(analysis.at);
  return (
    <InspectorFrame
      eyebrow={certificate.isCa ? 'CA certificate' : 'Certificate'}
      title={certificate.title}
      glyph={<Glyph name="certificate" className="obj" />}
      actions={<CopyButton text={certificate.pem} label="Copy the certificate as PEM" />}
    >
      <div className="insp-acts">
        <Button
          size="sm"
          icon={RotateCw}
          onClick={() => {
            studio.openIssuing(certificate.id);
          }}
        >
          Issue again
        </Button>
      </div>
      {analysis.findings.some(({ reissues }) => reissues === certificateId) ? (
        <LazyReissueOffer key={certificateId} certificateId={certificateId} />
      ) : null}
      <CertificateCard certificate={certificate} axis={timeAxis(at, at)} at={at} />
      <Places certificate={certificate} />
      <Issuers analysis={analysis} certificate={certificate} />
    </InspectorFrame>
  );
}

function Places({ certificate }: { certificate: CertificateSummary }) {
  return (
    <Section title="Stands in" count={certificate.places.length}>
      {certificate.places.map((place) => (
        <button
          key={`${place.ownerId} ${place.label} ${String(place.block)}`}
          type="button"
          className="obj-link"
          onClick={() => {
            if (place.field === undefined) studio.select({ kind: 'blob', blobId: place.ownerId });
            else revealField(place.field);
          }}
        >
          <span className="trunc">{place.label}</span>
        </button>
      ))}
    </Section>
  );
}

function Issuers({
  analysis,
  certificate,
}: {
  analysis: Analysis;
  certificate: CertificateSummary;
}) {
  const issuers = certificate.issuedBy.flatMap(
    (id) => analysis.certificates.find((one) => one.id === id) ?? [],
  );
  if (certificate.selfSigned) return null;
  return (
    <Section title="Issued by">
      {issuers.length === 0 ? (
        <p className="note">No certificate in this workspace verifies its signature.</p>
      ) : (
        issuers.map((issuer) => (
          <button
            key={issuer.id}
            type="button"
            className="obj-link"
            onClick={() => {
              studio.select({ kind: 'certificate', certificateId: issuer.id });
            }}
          >
            <Glyph name="certificate" />
            <span className="trunc">{issuer.title}</span>
          </button>
        ))
      )}
    </Section>
  );
}
