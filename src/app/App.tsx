import './frame/frame.css';
import { Welcome, WorkspaceOverlays } from '../features/workspace/index.ts';
import { isEmptyWorkspace, useKeeper, useStudio } from '../state/index.ts';
import { TooltipProvider } from '../ui/index.ts';
import { AppDialogs } from './AppDialogs.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Banners } from './frame/Banners.tsx';
import { Body } from './frame/Body.tsx';
import { BottomBar } from './frame/BottomBar.tsx';
import { Header } from './frame/Header.tsx';
import { LensBar } from './lens/LensBar.tsx';
import { LiveStatus } from './LiveStatus.tsx';
import { NewSetupScreen } from './NewSetupScreen.tsx';
import { useTier, type Tier } from './tier.ts';
import { useDayChange } from './use-day-change.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The shell: header, lens, body; the welcome screen while there is nothing to show. */
export function App() {
  useShortcuts();
  useDocumentTitle();
  useDayChange();
  const empty = useStudio((state) => isEmptyWorkspace(state.workspace));
  const isNewSetup = useStudio((state) => state.view.screen === 'new-setup');
  const tier = useTier();
  const isWorkspace = !empty && !isNewSetup;
  return (
    <TooltipProvider>
      <div className="app" data-tier={tier}>
        <a className="skip" href={isWorkspace ? '#graph' : '#main'}>
          {isWorkspace ? 'Skip to graph' : 'Skip to content'}
        </a>
        <Header />
        {isWorkspace ? <LensBar /> : null}
        <Banners />
        <ErrorBoundary name="page">
          <Page tier={tier} />
        </ErrorBoundary>
        {isWorkspace && tier === 'narrow' ? <BottomBar /> : null}
      </div>
      <WorkspaceOverlays />
      <AppDialogs />
      <LiveStatus />
    </TooltipProvider>
  );
}

/** What the window shows: the questions of a new setup, else the workspace, else the ways into one. */
function Page({ tier }: { tier: Tier }) {
  const empty = useStudio((state) => isEmptyWorkspace(state.workspace));
  const restoring = useKeeper((state) => state.restoring);
  const screen = useStudio((state) => state.view.screen);
  if (screen === 'new-setup') return <NewSetupScreen />;
  if (!empty) return <Body tier={tier} />;
  // A page that is about to bring a workspace back does not show the welcome for a blink.
  return restoring ? <main id="main" className="wel" aria-busy="true" /> : <Welcome />;
}
