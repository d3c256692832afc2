import './what-if.css';
import { studio, useStudio, type WhatIfTab } from '../../state/index.ts';
import { Dialog, Tabs, type Tab } from '../../ui/index.ts';
import { ComparisonPanel } from './comparison/ComparisonPanel.tsx';
import { DatesPanel } from './dates/DatesPanel.tsx';
import { FaultsPanel } from './faults/FaultsPanel.tsx';
import { RotationPanel } from './rotation/RotationPanel.tsx';

const tabs: readonly Tab<WhatIfTab>[] = [
  { value: 'faults', label: 'Faults', content: <FaultsPanel /> },
  { value: 'dates', label: 'Dates', content: <DatesPanel /> },
  { value: 'rotation', label: 'Rotation', content: <RotationPanel /> },
  { value: 'comparison', label: 'Compare', content: <ComparisonPanel /> },
];

/** What would be if something were not so: judged by the same analysis, without changing a document. */
export function WhatIfDialog() {
  const tab = useStudio((state) => state.view.whatIf);
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="What if"
      description="Judged by the same checks as your documents, which stay as they are."
      width={920}
    >
      <Tabs className="wi" label="Questions" value={tab} tabs={tabs} onChange={studio.openWhatIf} />
    </Dialog>
  );
}
