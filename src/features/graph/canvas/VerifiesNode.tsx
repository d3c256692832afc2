import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Badge, classNames } from '../../../ui/index.ts';
import type { VerifiesFlowNode } from './flow-elements.ts';
import { useGraphHandlers } from './graph-context.ts';
import { Ports } from './Ports.tsx';

/** The verdict of one check, on the line between what is presented and what it is checked against. */
export const VerifiesNode = memo(function VerifiesNode({ id, data }: NodeProps<VerifiesFlowNode>) {
  const { item, standing, tabStop } = data;
  const { choose, reach } = useGraphHandlers();
  return (
    <>
      <button
        type="button"
        className={classNames('vchip', standing !== 'plain' && standing)}
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
        <Badge shape={item.edge.verdict} small>
          {item.edge.pill}
        </Badge>
      </button>
      <Ports />
    </>
  );
});
