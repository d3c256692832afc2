import './lens.css';
import { AsOfControl } from './AsOfControl.tsx';
import { GatewayChoice } from './GatewayChoice.tsx';
import { ImplementationTabs } from './ImplementationTabs.tsx';

/** Which gateway and which date the verdicts are for: both stand above all they govern. */
export function LensBar() {
  return (
    <nav className="lens" aria-label="Gateway implementation and date" data-region="lens">
      <div className="lens-l">
        <ImplementationTabs />
        <GatewayChoice />
      </div>
      <AsOfControl />
    </nav>
  );
}
