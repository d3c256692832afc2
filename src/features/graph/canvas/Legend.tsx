import { useStore } from '@xyflow/react';
import type { Topology } from '../../../core/topology/types.ts';

/** The legend's place in the pane's lower left corner, in CSS pixels. */
const CORNER = { width: 380, height: 30 };

/**
 * What the lines mean; gives way to a node that lies under it. Hidden from assistive technology: there every
 * line is said in words.
 */
export function Legend({ topology }: { topology: Topology }) {
  const covers = useStore(({ transform: [x, y, zoom], height }) =>
    topology.nodes.some(
      (node) =>
        node.x * zoom + x < CORNER.width &&
        node.y * zoom + y < height &&
        (node.y + node.height) * zoom + y > height - CORNER.height,
    ),
  );
  if (covers) return null;
  return (
    <div className="legend" aria-hidden="true">
      <span>
        <svg width="22" height="8">
          <path d="M0 4h16" stroke="var(--edge)" strokeWidth="1.5" />
          <path d="M15 .8 21 4l-6 3.2Z" fill="var(--edge)" />
        </svg>
        reference
      </span>
      <span>
        <svg width="22" height="10">
          <path d="M0 2h22M0 8h22" stroke="var(--edge)" strokeWidth="2" />
        </svg>
        TLS hop
      </span>
      <span>
        <svg width="22" height="6">
          <path
            d="M1 3h20"
            stroke="var(--edge)"
            strokeWidth="2"
            strokeDasharray="1.5 4"
            strokeLinecap="round"
          />
        </svg>
        verifies
      </span>
      <span>
        <svg width="16" height="12">
          <rect
            x="1"
            y="1"
            width="14"
            height="10"
            rx="3"
            fill="none"
            stroke="var(--err-solid)"
            strokeWidth="1.3"
            strokeDasharray="3 2.5"
          />
        </svg>
        not found
      </span>
    </div>
  );
}
