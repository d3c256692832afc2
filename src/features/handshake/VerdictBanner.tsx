import './verdict.css';
import { responseFlags } from '../../core/handshake/text/response-flags.ts';
import type { Handshake, Outcome } from '../../core/handshake/types.ts';
import type { Verdict } from '../../core/topology/types.ts';
import { CopyButton, Tag, toneClass, VerdictShape } from '../../ui/index.ts';

/**
 * The outcome in a heading: which step, what the client sees, and the exact lines that the logs would have; for a gateway
 * that answers itself also the body, and its flags in words.
 */
export function VerdictBanner(props: {
  handshake: Handshake;
  verdict: Verdict;
  gateway: string;
  backend: string;
}) {
  const { handshake, verdict, gateway, backend } = props;
  const { outcome, steps } = handshake;
  const cause = steps.find(({ n }) => n === outcome.causeStep);
  const surfaces = outcome.surfacesAtStep;
  return (
    <section className={`verdict ${toneOf(verdict)}`} aria-label="Verdict">
      <VerdictShape shape={verdict} size="xl" />
      <div className="body">
        <h2>
          <span className={`w ${toneClass(verdict)}`}>{outcome.headline}</span>
          {cause === undefined ? null : <span className="cause">{cause.title}</span>}
          <span className="grow" />
          {outcome.client.text === '' || outcome.stage === 'not-checked' ? null : (
            <Tag>client sees {outcome.client.text}</Tag>
          )}
        </h2>
        {surfaces !== undefined && surfaces !== outcome.causeStep ? (
          <p className="log">It shows at step {surfaces}.</p>
        ) : null}
        {verdict === 'unknown' ? <p className="log">{steps[0]?.explanation}</p> : null}
        {verdict === 'unknown' && handshake.implementation === null ? (
          <p className="log">Say which one it is at the top, beside the verdict.</p>
        ) : null}
        <LogLine name={gateway} line={outcome.gatewayLog} />
        <AnswerLines outcome={outcome} />
        <LogLine name={backend} line={outcome.backendLog} />
      </div>
    </section>
  );
}

function AnswerLines({ outcome }: { outcome: Outcome }) {
  const { answer, gatewayLog } = outcome;
  if (answer === undefined) return null;
  const { flags, details, body } = answer;
  return (
    <>
      {flags === null ? null : (
        <p className="log flags">
          <span className="who">Access log has</span>
          {responseFlags(flags).map(({ flag, meaning }) => (
            <span key={flag} className="flag">
              <Tag line>{flag}</Tag> {meaning}
            </span>
          ))}
          {details === null ? null : (
            <CopyButton text={details} label="Copy the response code details" />
          )}
        </p>
      )}
      {body === null || body === gatewayLog ? null : (
        <p className="log">
          <span className="who">Client reads</span>
          <span className="mono trunc" title={body}>
            {body}
          </span>
          <CopyButton text={body} label="Copy what the client reads" />
        </p>
      )}
    </>
  );
}

function LogLine({ name, line }: { name: string; line: string | null }) {
  if (line === null) return null;
  return (
    <p className="log">
      <span className="who">{name} logs</span>
      <span className="mono trunc" title={line}>
        {line}
      </span>
      <CopyButton text={line} label={`Copy what ${name} logs`} />
    </p>
  );
}

function toneOf(verdict: Verdict): string {
  switch (verdict) {
    case 'ok':
      return 'ok';
    case 'warning':
      return 'warn';
    case 'error':
      return 'err';
    case 'unknown':
      return 'unk';
    default:
      return verdict satisfies never;
  }
}
