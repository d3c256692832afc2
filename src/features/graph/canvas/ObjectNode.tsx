import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { TopologyNode } from '../../../core/topology/types.ts';
import { classNames, VerdictShape } from '../../../ui/index.ts';
import { ObjectGlyph, useDropTarget } from '../../../views/index.ts';
import type { ObjectFlowNode } from './flow-elements.ts';
import { useGraphHandlers } from './graph-context.ts';
import { Ports } from './Ports.tsx';
import { nameLines, secondLine } from './node-text.ts';

/** An object as a card: tile, name, kind and the fact that decides; its worst verdict on the corner. */
export const ObjectNode = memo(function ObjectNode({ id, data }: NodeProps<ObjectFlowNode>) {
  const { item, standing, tabStop, severalNamespaces } = data;
  const { node } = item;
  const { choose, reach, isEditable } = useGraphHandlers();
  const lines = nameLines(node);
  const drop = useDropTarget(id);
  return (
    <>
      <button
        type="button"
        className={classNames(
          'node',
          `tile-${node.tile}`,
          standing !== 'plain' && standing,
          node.ghost && 'ghost',
          node.madeBy !== undefined && 'made',
          drop.standing,
        )}
        data-item={id}
        {...drop.handlers}
        data-object={id}
        data-ghost={node.ghost ? '' : undefined}
        aria-label={item.name}
        aria-current={standing === 'selected' ? 'true' : undefined}
        tabIndex={tabStop ? 0 : -1}
        title={lines.length > 1 ? node.name : undefined}
        onFocus={() => {
          reach(id);
        }}
        onClick={() => {
          choose(id);
        }}
      >
        <span className="g">
          <ObjectGlyph kind={node.kind} holdsCertificates={node.kind === 'ConfigMap'} />
        </span>
        <span className="tx">
          {lines.map((line) => (
            <span key={line} className={classNames('n', lines.length > 1 && 'two')}>
              {line}
            </span>
          ))}
          <span className="k trunc">{secondLine(node, severalNamespaces)}</span>
        </span>
        <Corner node={node} />
        {drop.words === null ? null : <span className="take">{drop.words}</span>}
      </button>
      <Ports connects={isEditable && !node.ghost} />
    </>
  );
});

/** Only what is not well carries a mark; a ghost says so by its shape. */
function Corner({ node }: { node: TopologyNode }) {
  if (node.ghost || node.mark === null || node.mark === 'note') return null;
  return <VerdictShape shape={node.mark} size="corner" />;
}
