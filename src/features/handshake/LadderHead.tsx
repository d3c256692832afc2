import { Glyph, type GlyphName } from '../../views/index.ts';
import type { Party } from '../../core/handshake/types.ts';
import { LANE_WIDTH, LANE_X } from './lane-geometry.ts';

const GLYPHS: Readonly<Record<Party, GlyphName>> = {
  client: 'client',
  gateway: 'gateway',
  backend: 'workload',
};

/** Column titles, and over the lanes the names of the three parties. */
export function LadderHead({ names }: { names: Readonly<Record<Party, string>> }) {
  const parties: readonly Party[] = ['client', 'gateway', 'backend'];
  return (
    <div className="lrow lhead" aria-hidden="true">
      <span />
      <span>Step</span>
      <span className="lanes">
        {parties.map((party) => (
          <span
            key={party}
            className="lane"
            style={{ left: `${String((LANE_X[party] / LANE_WIDTH) * 100)}%` }}
          >
            <Glyph name={GLYPHS[party]} />
            <span className="trunc">{names[party]}</span>
          </span>
        ))}
      </span>
      <span>Result and evidence</span>
    </div>
  );
}
