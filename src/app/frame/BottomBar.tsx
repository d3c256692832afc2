import {
  ArrowLeftRight,
  ClipboardCheck,
  Download,
  FileCode,
  ListTree,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import { studio, useAnalysis, useStudio, type DockTab } from '../../state/index.ts';
import { Icon } from '../../ui/index.ts';
import { features } from '../features.ts';
import { problemCount } from '../summary.ts';

/** The pages of the one-column layout. */
export function BottomBar() {
  const page = useStudio((state) => state.view.page);
  const dockTab = useStudio((state) => state.view.dockTab);
  const problems = useAnalysis((state) => problemCount(state.analysis));
  const show = (tab: DockTab) => () => {
    studio.setSheet('none');
    studio.setDockTab(tab);
  };
  const isTab = (tab: DockTab) => page === 'dock' && dockTab === tab;
  return (
    <nav className="nt" aria-label="Views" data-region="views">
      <Item
        icon={ListTree}
        label="Outline"
        current={page === 'outline'}
        onClick={() => {
          studio.setSheet('none');
          studio.setPage('outline');
        }}
      />
      {features.handshake === null ? null : (
        <Item
          icon={ArrowLeftRight}
          label="Handshake"
          current={isTab('handshake')}
          onClick={show('handshake')}
        />
      )}
      {features.problems === null ? null : (
        <Item
          icon={Wrench}
          label="Problems"
          current={isTab('problems')}
          amount={problems}
          onClick={show('problems')}
        />
      )}
      {features.status === null ? null : (
        <Item
          icon={ClipboardCheck}
          label="Status"
          current={isTab('status')}
          onClick={show('status')}
        />
      )}
      {features.editor === null ? null : (
        <Item icon={FileCode} label="YAML" current={isTab('yaml')} onClick={show('yaml')} />
      )}
      {features.export === null ? null : (
        <Item
          icon={Download}
          label="Export"
          current={false}
          onClick={() => {
            studio.openDialog('export');
          }}
        />
      )}
    </nav>
  );
}

function Item(props: {
  icon: LucideIcon;
  label: string;
  current: boolean;
  amount?: number;
  onClick: () => void;
}) {
  const { icon, label, current, amount = 0, onClick } = props;
  return (
    <button type="button" aria-current={current ? 'page' : undefined} onClick={onClick}>
      <Icon of={icon} size="m" />
      {label}
      {amount === 0 ? null : <span className="dot">{amount}</span>}
    </button>
  );
}
