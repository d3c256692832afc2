import type { ListedLine } from '../../core/analysis/data-plane/types.ts';
import { ALWAYS_WRITTEN } from './ListingLine.tsx';

/** Names the field of the line that is looked at. Readers get it with the line itself. */
export function SourceStrip({ line }: { line: ListedLine | undefined }) {
  return (
    <div className="dp-strip" aria-hidden="true">
      {line === undefined ? (
        'Point at a line to see the field that made it; click it to show the field.'
      ) : line.source === undefined ? (
        ALWAYS_WRITTEN
      ) : (
        <>
          <span className="strong">{line.source.object}</span>
          <span className="mono">{line.source.field}</span>
        </>
      )}
    </div>
  );
}
