import { Download, Moon, Redo2, Sun, Undo2, Upload } from 'lucide-react';
import { isEmptyWorkspace, useStudio } from '../../state/index.ts';
import { Button, TooltipLayer } from '../../ui/index.ts';
import { useAction } from '../actions/use-action.ts';
import { features } from '../features.ts';
import { useTier } from '../tier.ts';
import { ActionIconButton } from './ActionIconButton.tsx';
import { HistoryMenu } from './HistoryMenu.tsx';
import { Logo } from './Logo.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { SheetButton } from './SheetButton.tsx';
import { SearchButton } from './SearchButton.tsx';
import { WorkspaceName } from './WorkspaceName.tsx';

/** Product, workspace, and the commands that act on the whole of it. */
export function Header() {
  const empty = useStudio((state) => isEmptyWorkspace(state.workspace));
  const tier = useTier();
  const narrow = tier === 'narrow';
  return (
    <header className="hdr" data-region="header">
      <span className="brand">
        <Logo />
        <span className={narrow && !empty ? 'vh' : undefined}>Backend TLS Studio</span>
      </span>
      {!empty && tier === 'medium' ? <SheetButton /> : null}
      {empty ? null : <span className="sep" />}
      {empty ? null : <WorkspaceName />}
      <span className="grow" />
      {narrow ? null : <SearchButton />}
      {empty ? null : <ActionIconButton id="undo" icon={Undo2} />}
      {empty || narrow ? null : <ActionIconButton id="redo" icon={Redo2} />}
      {empty ? null : <HistoryMenu />}
      {!empty && narrow ? <ActionIconButton id="open-files" icon={Upload} /> : null}
      {narrow && !empty ? null : <ThemeButton />}
      {narrow ? <MoreMenu /> : null}
      {empty || narrow || features.export === null ? null : <ExportButton />}
      <TooltipLayer />
    </header>
  );
}

function ThemeButton() {
  return (
    <>
      <span className="in-light">
        <ActionIconButton id="toggle-theme" icon={Moon} label="Dark theme" />
      </span>
      <span className="in-dark">
        <ActionIconButton id="toggle-theme" icon={Sun} label="Light theme" />
      </span>
    </>
  );
}

function ExportButton() {
  const { title, run, available } = useAction('export');
  if (!available) return null;
  return (
    <Button variant="primary" icon={Download} onClick={run}>
      {title}
    </Button>
  );
}
