import { useState, type SyntheticEvent } from 'react';
import {
  firstRenewal,
  missingName,
  renewalTask,
  type RenewalDraft,
} from '../../core/analysis/renewal/index.ts';
import type { CertificateSummary } from '../../core/analysis/types.ts';
import { keyWork } from '../../core/certificates/index.ts';
import { analysisStore, currentTime } from '../../state/index.ts';
import { Choice } from './Choice.tsx';
import { FormFooter } from './FormFooter.tsx';
import type { FormProps } from './IssueForm.tsx';
import { KeyField } from './KeyField.tsx';
import { caLabel, signingCas } from './signing-cas.ts';

/** One certificate again: who signs, which key; its names stay. */
export function RenewForm(props: FormProps & { old: CertificateSummary }) {
  const { old, pairs, working, onIssue } = props;
  const [now] = useState(currentTime);
  const cas = signingCas(analysisStore.getState().analysis, pairs).filter(
    ({ id }) => id !== old.id,
  );
  const [draft, setDraft] = useState(() => firstRenewal(old, cas, pairs));
  const change = (part: Partial<RenewalDraft>) => {
    setDraft({ ...draft, ...part });
  };
  const hasKey = pairs.some(({ certificateId }) => certificateId === old.id);
  const isRequest = draft.signer === 'nobody';
  const keepsKey = draft.keepKey && !isRequest;
  const name = missingName(old);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (working !== null) return;
    const label = keepsKey ? 'Signing' : keyWork(draft.keyAlgorithm);
    const entry = isRequest ? `Request ${old.title} again` : `Issue ${old.title} again`;
    onIssue(label, entry, renewalTask(old, { ...draft, keepKey: keepsKey }, pairs, now));
  };
  return (
    <form className="ct-form" onSubmit={onSubmit} noValidate>
      <Names old={old} />
      {name === null ? null : (
        <label className="ct-check">
          <input
            type="checkbox"
            checked={draft.addName}
            onChange={(event) => {
              change({ addName: event.target.checked });
            }}
          />
          <span>
            Add <code>{name}</code> as its subject alternative name: three gateways look at nothing
            else
          </span>
        </label>
      )}
      <SignerChoice old={old} cas={cas} draft={draft} onChange={change} />
      <Choice
        label="Private key"
        value={keepsKey ? 'keep' : 'new'}
        options={[
          { value: 'new', label: 'Make a new one' },
          ...(hasKey && !isRequest ? [{ value: 'keep', label: 'Keep the one it has' }] : []),
        ]}
        onChange={(choice) => {
          change({ keepKey: choice === 'keep' });
        }}
      />
      {old.isCa && !keepsKey ? (
        <p className="hint">
          With a new key, what this CA signed before no longer verifies: issue those certificates
          again too.
        </p>
      ) : null}
      {keepsKey ? null : (
        <KeyField
          value={draft.keyAlgorithm}
          onChange={(keyAlgorithm) => {
            change({ keyAlgorithm });
          }}
        />
      )}
      <FormFooter
        label={isRequest ? 'Make the request' : 'Issue again'}
        blocked={false}
        working={working}
      />
    </form>
  );
}

function Names({ old }: { old: CertificateSummary }) {
  const names = [...old.dnsNames, ...old.otherNames];
  return (
    <p className="hint">
      Subject <code>{old.subject}</code>
      {names.length === 0 ? ', no subject alternative names.' : `, names ${names.join(', ')}.`}
    </p>
  );
}

function SignerChoice(props: {
  old: CertificateSummary;
  cas: readonly CertificateSummary[];
  draft: RenewalDraft;
  onChange: (part: Partial<RenewalDraft>) => void;
}) {
  const { old, cas, draft, onChange } = props;
  const keyIsHere = cas.some(({ id }) => old.issuedBy.includes(id));
  const successor = { value: 'new-ca', label: `A new CA with the name of its issuer` };
  return (
    <div>
      <Choice
        label="Signed by"
        value={draft.signer}
        options={[
          ...(old.selfSigned ? [{ value: 'itself', label: 'Itself, as before' }] : []),
          ...cas.map((ca) => ({ value: ca.id, label: caLabel(ca) })),
          ...(old.selfSigned ? [] : [successor]),
          { value: 'nobody', label: 'Nobody yet: make a request (CSR)' },
        ]}
        onChange={(signer) => {
          onChange({ signer });
        }}
      />
      {old.selfSigned || keyIsHere ? null : (
        <p className="hint">
          The key of its issuer, {old.issuer}, is not in the workspace. A new CA of that name has
          another key, so it has to be placed wherever the old one is trusted.
        </p>
      )}
    </div>
  );
}
