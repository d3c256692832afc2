import type { AnalysedConnection } from '../../core/analysis/types.ts';
import {
  handshakeOf,
  handshakeVerdict,
  studio,
  useAnalysis,
  useCurrentConnection,
} from '../../state/index.ts';
import { Select, VerdictShape } from '../../ui/index.ts';

const none: readonly AnalysedConnection[] = [];

/** Which connection the handshake is shown for. Nothing to choose, nothing shown. */
export function ConnectionChooser() {
  const analysis = useAnalysis((state) => state.analysis);
  const current = useCurrentConnection();
  const connections = analysis?.connections ?? none;
  if (analysis === null || connections.length < 2) return null;
  return (
    <Select
      className="conn"
      size="sm"
      label="Connection"
      value={current?.connection.id ?? null}
      options={connections.map(({ connection, label }) => ({
        value: connection.id,
        label: (
          <span className="row">
            <VerdictShape
              shape={handshakeVerdict(handshakeOf(analysis, connection.id))}
              size="xs"
            />
            <span className="trunc">{label}</span>
          </span>
        ),
      }))}
      onChange={studio.showConnection}
    />
  );
}
