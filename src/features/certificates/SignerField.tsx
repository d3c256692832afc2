import type { CertificateSummary } from '../../core/analysis/types.ts';
import { Choice } from './Choice.tsx';
import type { IssueDraft } from './issue-draft.ts';
import { caLabel } from './signing-cas.ts';

/** Who signs: a CA whose key is here, a new one, the certificate itself, or somebody who gets a request. */
export function SignerField(props: {
  draft: IssueDraft;
  cas: readonly CertificateSummary[];
  onChange: (part: Partial<IssueDraft>) => void;
}) {
  const { draft, cas, onChange } = props;
  const options = [
    ...(draft.use === 'ca' ? [] : cas.map((ca) => ({ value: ca.id, label: caLabel(ca) }))),
    ...(draft.use === 'ca' ? [] : [{ value: 'new-ca', label: 'A new CA' }]),
    { value: 'itself', label: 'Itself (self-signed)' },
    { value: 'nobody', label: 'Nobody yet: make a request (CSR)' },
  ];
  return (
    <Choice
      label="Signed by"
      value={draft.signer}
      options={options}
      onChange={(signer) => {
        onChange({ signer });
      }}
    />
  );
}
