import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';

/** xyflow draws no edge between nodes without handles. Ours have places of their own: these are unseen. */
export const Ports = memo(function Ports() {
  return (
    <>
      <Handle type="source" position={Position.Right} isConnectable={false} />
      <Handle type="target" position={Position.Left} isConnectable={false} />
    </>
  );
});
