import { useState, type SyntheticEvent } from 'react';
import type { HeldPair } from '../../core/analysis/index.ts';
import {
  isCa,
  orderName,
  orderProblems,
  readNames,
  type CertificateUse,
  type KeyTask,
} from '../../core/certificates/index.ts';
import { analysisStore, currentTime } from '../../state/index.ts';
import { SegmentedControl, TextField } from '../../ui/index.ts';
import { FormFooter } from './FormFooter.tsx';
import { firstDraft, newAuthority, orderOf, withUse, type IssueDraft } from './issue-draft.ts';
import { purposeOf } from './purpose-of.ts';
import { keyWork } from '../../core/certificates/index.ts';
import { KeyField } from './KeyField.tsx';
import { NamesField } from './NamesField.tsx';
import { ProblemNotes } from './ProblemNotes.tsx';
import { SignerField } from './SignerField.tsx';
import { signingCas } from './signing-cas.ts';

const uses: readonly { readonly value: CertificateUse; readonly label: string }[] = [
  { value: 'server', label: 'Server' },
  { value: 'client', label: 'Client' },
  { value: 'server-and-client', label: 'Both' },
  { value: 'intermediate', label: 'Intermediate CA' },
  { value: 'ca', label: 'CA' },
];

/** What the certificate may be used for, in the words of its extensions. */
const usageOf: Readonly<Record<CertificateUse, string>> = {
  server: 'Extended key usage serverAuth.',
  client: 'Extended key usage clientAuth.',
  'server-and-client': 'Extended key usage serverAuth and clientAuth.',
  intermediate: 'Signs certificates of servers and clients, no further CAs (path length 0).',
  ca: 'A trust anchor of its own. Signs certificates and other CAs.',
};

/** What forms of this dialog are given. */
export interface FormProps {
  pairs: readonly HeldPair[];
  working: { readonly label: string; readonly cancel: () => void } | null;
  onIssue: (label: string, entry: string, task: KeyTask) => void;
}

/** A new certificate or request: what for, which names, which key, how long, signed by whom. */
export function IssueForm(props: FormProps & { into: string | null }) {
  const { pairs, working, onIssue, into } = props;
  const [now] = useState(currentTime);
  const { analysis } = analysisStore.getState();
  const cas = signingCas(analysis, pairs);
  const [draft, setDraft] = useState(() => {
    const first = firstDraft(analysis, cas, now);
    const use = into === null ? null : purposeOf(analysis, into);
    return use === null ? first : withUse(first, use, cas, now);
  });
  const change = (part: Partial<IssueDraft>) => {
    setDraft({ ...draft, ...part });
  };
  const order = orderOf(draft, pairs, now);
  const issuerEnds = cas.find(({ id }) => id === draft.signer)?.notAfter ?? null;
  const refusedNames = isCa(draft.use) ? [] : readNames(draft.names).refused;
  const problems = orderProblems(order, { now, issuerEnds, refusedNames });
  const blocked = problems.some(({ severity }) => severity === 'blocking');
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (blocked || working !== null) return;
    const name = orderName(order);
    const label = keyWork(draft.keyAlgorithm);
    if (draft.signer === 'nobody') onIssue(label, `Request ${name}`, { kind: 'request', order });
    else if (draft.signer === 'new-ca')
      onIssue(label, `Issue ${name} and its CA`, {
        kind: 'certificate',
        order,
        authority: newAuthority(order, now),
      });
    else onIssue(label, `Issue ${name}`, { kind: 'certificate', order });
  };
  return (
    <form className="ct-form" onSubmit={onSubmit} noValidate>
      <div>
        <SegmentedControl
          label="What it is for"
          value={draft.use}
          segments={uses}
          onChange={(use) => {
            setDraft(withUse(draft, use, cas, now));
          }}
        />
        <p className="hint">{usageOf[draft.use]}</p>
      </div>
      <SubjectFields draft={draft} onChange={change} />
      {isCa(draft.use) ? null : <NamesField value={draft.names} onChange={change} />}
      <div className="ct-two">
        <KeyField
          value={draft.keyAlgorithm}
          onChange={(keyAlgorithm) => {
            change({ keyAlgorithm });
          }}
        />
        <SignerField draft={draft} cas={cas} onChange={change} />
      </div>
      {draft.signer === 'nobody' ? null : <ValidityFields draft={draft} onChange={change} />}
      <ProblemNotes problems={problems} />
      <FormFooter
        label={draft.signer === 'nobody' ? 'Make the request' : 'Issue'}
        blocked={blocked}
        working={working}
      />
    </form>
  );
}

interface PartProps {
  draft: IssueDraft;
  onChange: (part: Partial<IssueDraft>) => void;
}

function SubjectFields({ draft, onChange }: PartProps) {
  return (
    <div className="ct-two">
      <TextField
        label="Common name"
        value={draft.commonName}
        autoComplete="off"
        onChange={(event) => {
          onChange({ commonName: event.target.value });
        }}
      />
      <TextField
        label="Organization (optional)"
        value={draft.organization}
        autoComplete="off"
        onChange={(event) => {
          onChange({ organization: event.target.value });
        }}
      />
    </div>
  );
}

function ValidityFields({ draft, onChange }: PartProps) {
  return (
    <div className="ct-two">
      <TextField
        type="date"
        label="Valid from (UTC)"
        value={draft.from}
        onChange={(event) => {
          onChange({ from: event.target.value });
        }}
      />
      <TextField
        type="date"
        label="Valid to (UTC)"
        value={draft.to}
        onChange={(event) => {
          onChange({ to: event.target.value });
        }}
      />
    </div>
  );
}
