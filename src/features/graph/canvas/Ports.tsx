import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';

/**
 * xyflow draws no edge between nodes without handles. Ours have places of their own: these are unseen, but for the one that a line
 * can be drawn from to connect.
 */
export const Ports = memo(function Ports({ connects = false }: { connects?: boolean }) {
  return (
    <>
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={connects}
        isConnectableEnd={false}
        className={connects ? 'connects' : ''}
      />
      <Handle type="target" position={Position.Left} isConnectable={false} />
    </>
  );
});
