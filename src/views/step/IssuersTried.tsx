import { Fragment } from 'react';
import type { CertificateSummary } from '../../core/analysis/types.ts';
import type { IssuerTried } from '../../core/handshake/types.ts';
import { studio, useAnalysis } from '../../state/index.ts';
import { VerdictShape, type ShapeName } from '../../ui/index.ts';

const SHAPES: Readonly<Record<IssuerTried['state'], ShapeName>> = {
  used: 'ok',
  rejected: 'error',
  'would-fit': 'warning',
};

const WORDS: Readonly<Record<IssuerTried['state'], string>> = {
  used: 'Used',
  rejected: 'Rejected',
  'would-fit': 'Would fit',
};

/** Every certificate that was considered as the issuer, in the order tried, with why it was not the one. */
export function IssuersTried({ issuers }: { issuers: readonly IssuerTried[] }) {
  const certificates = useAnalysis((state) => state.analysis?.certificates);
  const titled = (id: string): CertificateSummary | undefined =>
    certificates?.find((one) => one.id === id);
  const sought = [...new Set(issuers.map(({ issuerOf }) => issuerOf))];
  return sought.map((id) => (
    <Fragment key={id}>
      {sought.length === 1 ? null : (
        <h4 className="sought">Issuer of {titled(id)?.title ?? 'a certificate of the peer'}</h4>
      )}
      <ul className="cands">
        {issuers
          .filter(({ issuerOf }) => issuerOf === id)
          .map((issuer, i) => (
            <Candidate
              key={`${issuer.certificateId} ${String(i)}`}
              issuer={issuer}
              certificate={titled(issuer.certificateId)}
            />
          ))}
      </ul>
    </Fragment>
  ));
}

function Candidate(props: { issuer: IssuerTried; certificate: CertificateSummary | undefined }) {
  const { issuer, certificate } = props;
  const name = certificate?.title ?? 'Certificate of the peer';
  return (
    <li className="cand">
      <VerdictShape shape={SHAPES[issuer.state]} size="s" label={WORDS[issuer.state]} />
      {certificate === undefined ? (
        <span className="n trunc">{name}</span>
      ) : (
        <button
          type="button"
          className="n trunc link"
          onClick={() => {
            studio.select({ kind: 'certificate', certificateId: certificate.id });
          }}
        >
          {name}
        </button>
      )}
      <span className="src trunc" title={issuer.from}>
        {issuer.from}
      </span>
      <span className="w">{sentence(issuer.reasons)}</span>
    </li>
  );
}

/** `Trusted; subject differs from the issuer name.` */
function sentence(reasons: readonly string[]): string {
  const text = reasons.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
