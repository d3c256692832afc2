import {
  FlaskConical,
  Maximize2,
  Minimize2,
  PanelBottomClose,
  PanelBottomOpen,
} from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import {
  handshakeVerdict,
  statusMark,
  studio,
  useAnalysis,
  useCurrentHandshake,
  useStudio,
  type DockTab,
} from '../../state/index.ts';
import { classNames, EmptyState, Tabs, type Tab, VerdictShape } from '../../ui/index.ts';
import { verdictWords } from '../../views/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { features, type Feature } from '../features.ts';
import { problemCount } from '../summary.ts';
import { ActionIconButton } from './ActionIconButton.tsx';
import { ConnectionChooser } from './ConnectionChooser.tsx';

/** The lower panel: handshake, YAML, problems, status. */
export function Dock({ bare = false }: { bare?: boolean }) {
  const tab = useStudio((state) => state.view.dockTab);
  const dock = useStudio((state) => state.view.dock);
  const tabs = useDockTabs();
  const end = (
    <>
      <ConnectionChooser />
      <ActionIconButton id="what-if" icon={FlaskConical} size="sm" />
      {bare ? null : (
        <>
          <ActionIconButton
            id="maximise-dock"
            icon={dock === 'maximised' ? Minimize2 : Maximize2}
            size="sm"
          />
          <ActionIconButton
            id="collapse-dock"
            icon={dock === 'collapsed' ? PanelBottomOpen : PanelBottomClose}
            size="sm"
          />
        </>
      )}
    </>
  );
  return (
    <section
      className={classNames('dock', dock === 'maximised' && 'max', bare && 'bare')}
      aria-label="Lower panel"
      data-region="dock"
    >
      <Tabs
        className="dock-tabs"
        label="Panels"
        value={tab}
        tabs={tabs}
        onChange={studio.setDockTab}
        end={end}
      />
    </section>
  );
}

function useDockTabs(): readonly Tab<DockTab>[] {
  const verdict = handshakeVerdict(useCurrentHandshake());
  const problems = useAnalysis((state) => problemCount(state.analysis));
  const all: readonly { value: DockTab; feature: Feature | null; label: ReactNode; keep?: true }[] =
    [
      {
        value: 'handshake',
        feature: features.handshake,
        label: (
          <>
            Handshake
            {verdict === 'ok' ? null : (
              <VerdictShape shape={verdict} size="xs" label={verdictWords[verdict]} />
            )}
          </>
        ),
      },
      { value: 'yaml', feature: features.editor, label: 'YAML', keep: true },
      {
        value: 'problems',
        feature: features.problems,
        label: (
          <>
            Problems <span className="n">{problems}</span>
          </>
        ),
      },
      { value: 'status', feature: features.status, label: <StatusLabel /> },
      { value: 'data-plane', feature: features.dataPlane, label: 'Data plane' },
    ];
  return all.flatMap(({ value, feature, label, keep }) =>
    feature === null
      ? []
      : [{ value, label, content: panel(value, feature), ...(keep === undefined ? {} : { keep }) }],
  );
}

function StatusLabel() {
  const lens = useStudio((state) => state.view.lens);
  const mark = useAnalysis((state) => statusMark(state.analysis, { lens }));
  return (
    <>
      Status
      {mark === null ? null : (
        <VerdictShape
          shape={mark === 'not-met' ? 'error' : 'warning'}
          size="xs"
          label={mark === 'not-met' ? 'A condition is not met' : 'The cluster says otherwise'}
        />
      )}
    </>
  );
}

function panel(name: string, Panel: Feature): ReactNode {
  return (
    <ErrorBoundary name={name}>
      <Suspense fallback={<EmptyState title="Loading the panel" />}>
        <Panel />
      </Suspense>
    </ErrorBoundary>
  );
}
