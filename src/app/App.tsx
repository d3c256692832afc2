import './frame/frame.css';
import { Welcome, WorkspaceOverlays } from '../features/workspace/index.ts';
import { isEmptyWorkspace, useStudio } from '../state/index.ts';
import { TooltipProvider } from '../ui/index.ts';
import { AppDialogs } from './AppDialogs.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Banners } from './frame/Banners.tsx';
import { Body } from './frame/Body.tsx';
import { BottomBar } from './frame/BottomBar.tsx';
import { Header } from './frame/Header.tsx';
import { LensBar } from './lens/LensBar.tsx';
import { LiveStatus } from './LiveStatus.tsx';
import { useTier } from './tier.ts';
import { useDayChange } from './use-day-change.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The shell: header, lens, body; the welcome screen while there is nothing to show. */
export function App() {
  useShortcuts();
  useDocumentTitle();
  useDayChange();
  const empty = useStudio((state) => isEmptyWorkspace(state.workspace));
  const tier = useTier();
  return (
    <TooltipProvider>
      <div className="app" data-tier={tier}>
        <a className="skip" href={empty ? '#main' : '#graph'}>
          {empty ? 'Skip to content' : 'Skip to graph'}
        </a>
        <Header />
        {empty ? null : <LensBar />}
        <Banners />
        <ErrorBoundary name="page">{empty ? <Welcome /> : <Body tier={tier} />}</ErrorBoundary>
        {!empty && tier === 'narrow' ? <BottomBar /> : null}
      </div>
      <WorkspaceOverlays />
      <AppDialogs />
      <LiveStatus />
    </TooltipProvider>
  );
}
