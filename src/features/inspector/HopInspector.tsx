import type { Analysis } from '../../core/analysis/types.ts';
import { handshakeOf, handshakeVerdict, studio } from '../../state/index.ts';
import { EmptyState, VerdictShape } from '../../ui/index.ts';
import { modeWords, verdictWords } from '../../views/index.ts';
import { AssignmentSection } from './assign/AssignmentSection.tsx';
import { InspectorFrame, Section } from './InspectorFrame.tsx';
import { ObjectLink } from './ObjectLink.tsx';

/** The hop between a gateway and a backend: what it is programmed to be and every connection that takes it. */
export function HopInspector({ analysis, hopId }: { analysis: Analysis; hopId: string }) {
  const hop = analysis.topology.hops.find(({ id }) => id === hopId);
  if (hop === undefined)
    return <EmptyState title="This hop is gone">Choose another one.</EmptyState>;
  const ends = [hop.source, hop.target].flatMap(
    (key) => analysis.objects.find((one) => one.key === key && !one.shadowed) ?? [],
  );
  const connections = hop.connectionIds.flatMap(
    (id) => analysis.connections.find((one) => one.connection.id === id) ?? [],
  );
  return (
    <InspectorFrame
      eyebrow="Gateway to backend"
      title={modeWords[hop.mode]}
      badge={{ shape: hop.verdict, word: verdictWords[hop.verdict] }}
    >
      <p className="say">{hop.label}.</p>
      <dl className="kv l">
        <div>
          <dt>SNI</dt>
          <dd className="mono">{hop.sni ?? 'none'}</dd>
        </div>
      </dl>
      <Section title="Ends">
        {ends.map((object) => (
          <ObjectLink key={object.key} object={object} />
        ))}
      </Section>
      <Section title="Connections" count={connections.length}>
        {connections.map(({ connection, label }) => {
          const handshake = handshakeOf(analysis, connection.id);
          return (
            <button
              key={connection.id}
              type="button"
              className="obj-link"
              onClick={() => {
                studio.showConnection(connection.id);
                studio.setDockTab('handshake');
              }}
            >
              <VerdictShape shape={handshakeVerdict(handshake)} size="s" />
              <span className="trunc">
                {label} <span className="mut">{handshake?.outcome.headline}</span>
              </span>
            </button>
          );
        })}
      </Section>
      {connections[0] === undefined ? null : <AssignmentSection connection={connections[0]} />}
    </InspectorFrame>
  );
}
