import './lens.css';
import { AsOfControl } from './AsOfControl.tsx';
import { GatewayChoice } from './GatewayChoice.tsx';
import { useTier } from '../tier.ts';
import { ImplementationTabs } from './ImplementationTabs.tsx';
import { NarrowImplementations } from './NarrowImplementations.tsx';

/** Which gateway and which date the verdicts are for: both stand above all they govern. */
export function LensBar() {
  const narrow = useTier() === 'narrow';
  return (
    <nav className="lens" aria-label="Gateway implementation and date" data-region="lens">
      <div className="lens-l">
        {narrow ? <NarrowImplementations /> : <ImplementationTabs />}
        <GatewayChoice />
      </div>
      <AsOfControl />
    </nav>
  );
}
