import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { planRenewal, type RenewalPlan } from '../../../core/analysis/renewal/index.ts';
import type { CertificateSummary } from '../../../core/analysis/types.ts';
import { currentTime, studio, useAnalysis } from '../../../state/index.ts';
import { Button } from '../../../ui/index.ts';
import { formatDate } from '../../../views/index.ts';
import { useHeldPairs } from '../../../views/renewal/use-held-pairs.ts';
import { useReissue, type Reissuing } from './use-reissue.ts';

/** Issues a certificate again in its place with one click, where its CA's key is here; else why not, and what can be done. */
export function ReissueOffer({ certificateId }: { certificateId: string }) {
  const analysis = useAnalysis((state) => state.analysis);
  const pairs = useHeldPairs();
  const [now] = useState(currentTime);
  const { state, reissue } = useReissue();
  const certificate = analysis?.certificates.find(({ id }) => id === certificateId);
  if (analysis === null || certificate === undefined || pairs === null) return null;
  const plan = planRenewal(certificate, analysis, pairs, now);
  // A CA that is out of its dates comes first: nothing that it signs now would hold.
  const [first, firstPlan] =
    plan.kind === 'authority-out-of-date'
      ? [plan.authority, planRenewal(plan.authority, analysis, pairs, now)]
      : [certificate, plan];
  return (
    <section className="fix" aria-label={`Issue ${certificate.title} again`}>
      <div className="t">
        <b>{titleOf(first, firstPlan)}</b>
        <div className="eff">{reasonOf(certificate, plan)}</div>
        {firstPlan.kind === 'ready' ? (
          <div className="eff">{effectOf(first, firstPlan, Date.parse(analysis.at))}</div>
        ) : null}
        <Progress state={state} />
      </div>
      <div className="b">
        {state.phase === 'working' ? (
          <Button onClick={state.cancel}>Cancel</Button>
        ) : (
          <Ways
            first={first}
            plan={firstPlan}
            onReissue={() => {
              if (firstPlan.kind === 'ready') reissue(first, firstPlan);
            }}
          />
        )}
      </div>
    </section>
  );
}

function Ways(props: { first: CertificateSummary; plan: RenewalPlan; onReissue: () => void }) {
  const { first, plan, onReissue } = props;
  return (
    <>
      {plan.kind === 'ready' ? (
        <Button variant="primary" icon={RotateCw} onClick={onReissue}>
          {plan.signer === null ? 'Re-issue, signed by itself' : `Re-issue with ${plan.signer}`}
        </Button>
      ) : null}
      {plan.kind === 'no-authority-key' || plan.kind === 'needs-new-authority' ? (
        <Button
          onClick={() => {
            studio.openWhatIf('rotation');
          }}
        >
          Change to a new CA, step by step
        </Button>
      ) : null}
      <Button
        variant="quiet"
        onClick={() => {
          studio.openIssuing(first.id);
        }}
      >
        Choose signer and key…
      </Button>
    </>
  );
}

function Progress({ state }: { state: Reissuing }) {
  if (state.phase === 'working')
    return (
      <>
        <progress aria-label={state.work} />
        <div className="eff" role="status">
          {state.work}
        </div>
      </>
    );
  return state.fault === null ? null : (
    <div className="eff" role="alert">
      Not issued: {state.fault}.
    </div>
  );
}

function titleOf({ title }: CertificateSummary, plan: RenewalPlan): string {
  return plan.kind === 'ready' ? `Issue ${title} again` : `${title} cannot be issued again here`;
}

/** Why it is not done with one click; what happens where it is. */
function reasonOf({ issuer, title, selfSigned }: CertificateSummary, plan: RenewalPlan): string {
  switch (plan.kind) {
    case 'ready':
      return plan.newKey === null
        ? 'Names, extensions and key stay as they are, so what it signed stays good.'
        : plan.names.length === 0
          ? `Names and extensions stay as they are. It gets a new ${plan.newKey} key.`
          : `It gets the DNS ${plan.names.length === 1 ? 'name' : 'names'} ${plan.names.join(', ')}, which it lacks, and a new ${plan.newKey} key. All else stays as it is.`;
    case 'needs-new-authority':
      return 'It is a CA, and its key is what is refused. With another key, nothing that it signed would hold: change to a new CA, step by step.';
    case 'authority-out-of-date':
      return `The CA that signs ${title} is out of its own dates: that one comes first, then ${title}.`;
    case 'no-authority-key':
      return selfSigned
        ? 'Its private key is not in the workspace. Drop the key, or change to a new CA and place it wherever this one is trusted.'
        : `The private key of its issuer, ${issuer}, is not in the workspace. Drop the CA with its key, change to a new CA and everything that trusts it, or make a request (CSR) for whoever has the key.`;
    case 'no-place-for-key':
      return 'Its private key is not in the workspace, so nothing tells where a new one has to stand. Drop the key, or issue it again and place both.';
    case 'not-in-manifests':
      return 'It stands in no manifest: whoever presents it has to issue it again.';
    default:
      return plan satisfies never;
  }
}

function effectOf(
  { places }: CertificateSummary,
  { notBefore, notAfter }: Extract<RenewalPlan, { kind: 'ready' }>,
  at: number,
): string {
  const where = places.map(({ label }) => label).join('; ');
  const dates = `Valid ${formatDate(notBefore)} to ${formatDate(notAfter)}.`;
  const isLate = at < notBefore || at > notAfter;
  const late = isLate ? ` It does not hold on ${formatDate(at)}, the date you are looking at.` : '';
  return `${dates}${late} Written into ${where}; one step to undo.`;
}
