import type { NodeProps } from '@xyflow/react';
import { Lock, LockOpen } from 'lucide-react';
import { memo, useState } from 'react';
import type { TlsHop, Verdict } from '../../../core/topology/types.ts';
import { Badge, classNames, Icon } from '../../../ui/index.ts';
import { modeWords } from '../../../views/index.ts';
import type { HopFlowNode } from './flow-elements.ts';
import { useGraphHandlers } from './graph-context.ts';
import { Ports } from './Ports.tsx';
import { textCentre, TubeDrawing } from './TubeDrawing.tsx';

/** The hero of the picture: the pipe between gateway and backend, with mode, name and verdict. */
export const HopNode = memo(function HopNode({ id, data }: NodeProps<HopFlowNode>) {
  const { item, standing, tabStop } = data;
  const { hop } = item;
  const { choose, reach } = useGraphHandlers();
  const left = textCentre(hop);
  const broke = useBroke(hop.verdict);
  return (
    <>
      <button
        type="button"
        className={classNames(
          'hop',
          `v-${hop.verdict}`,
          standing !== 'plain' && standing,
          broke && 'just-broke',
        )}
        data-item={id}
        aria-label={item.name}
        aria-current={standing === 'selected' ? 'true' : undefined}
        tabIndex={tabStop ? 0 : -1}
        onFocus={() => {
          reach(id);
        }}
        onClick={() => {
          choose(id);
        }}
      >
        <TubeDrawing hop={hop} />
        <span className="pad" style={{ left }}>
          <Icon of={isShut(hop) ? Lock : LockOpen} />
          {modeWords[hop.mode]}
        </span>
        {hop.sni === null || hop.mode === 'plain-http' ? null : (
          <span className="sni" style={{ left, maxWidth: hop.tube.width - 60 }} title={hop.sni}>
            <small>SNI</small>
            <span className="trunc">{hop.sni}</span>
          </span>
        )}
        <span className="vd" style={{ left }}>
          <Badge shape={hop.verdict} small>
            {hop.label}
          </Badge>
        </span>
      </button>
      <Ports />
    </>
  );
});

/** True from the moment a hop that held begins to fail: it moves once. */
function useBroke(verdict: Verdict): boolean {
  const [known, setKnown] = useState({ verdict, broke: false });
  if (known.verdict === verdict) return known.broke;
  const broke = verdict === 'error';
  setKnown({ verdict, broke });
  return broke;
}

/** The padlock is shut only where TLS is, or may be, complete. */
function isShut({ mode, verdict }: TlsHop): boolean {
  return (mode === 'mutual-tls' || mode === 'one-way-tls') && verdict !== 'error';
}
