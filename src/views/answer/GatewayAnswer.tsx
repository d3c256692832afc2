import './answer.css';
import { responseFlags } from '../../core/handshake/text/response-flags.ts';
import type { Outcome } from '../../core/handshake/types.ts';
import { CopyButton, Tag } from '../../ui/index.ts';

/** What the gateway itself answers the client, and what its access log keeps about that: flags in words, details to copy. */
export function GatewayAnswer({ outcome }: { outcome: Outcome }) {
  const { answer, client } = outcome;
  if (answer === undefined) return null;
  const { flags, details, body } = answer;
  return (
    <section>
      <h3 className="sec-h">Answer of the gateway</h3>
      <dl className="answer">
        <Quote term={`Client gets ${client.text}`} text={body} copy="Copy the body" />
        {flags === null ? null : (
          <div>
            <dt>Response flags</dt>
            {responseFlags(flags).map(({ flag, meaning }) => (
              <dd key={flag}>
                <Tag line>{flag}</Tag> {meaning}
              </dd>
            ))}
          </div>
        )}
        <Quote term="Response code details" text={details} copy="Copy the response code details" />
      </dl>
    </section>
  );
}

function Quote({ term, text, copy }: { term: string; text: string | null; copy: string }) {
  if (text === null) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd className="quote">
        <span className="mono">{text}</span>
        <CopyButton text={text} label={copy} />
      </dd>
    </div>
  );
}
