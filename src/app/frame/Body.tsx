import { features } from '../features.ts';
import type { Tier } from '../tier.ts';
import { Columns } from './Columns.tsx';
import { MainRegion } from './MainRegion.tsx';
import { NarrowPages } from './NarrowPages.tsx';
import { Sheets } from './Sheets.tsx';

/** The body of the frame: three columns, one with sheets over it, or one page at a time. */
export function Body({ tier }: { tier: Tier }) {
  switch (tier) {
    case 'narrow':
      return <NarrowPages />;
    case 'medium':
      return (
        <div className="body one">
          <MainRegion />
          <Sheets withInspector={features.inspector !== null} />
        </div>
      );
    case 'compact':
    case 'wide':
    case 'huge':
      return <Columns key={tier} tier={tier} />;
    default:
      return tier satisfies never;
  }
}
