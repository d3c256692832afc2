import './wizard.css';
import { useEffect, useRef, useState } from 'react';
import type { MaterialRow } from '../../core/authoring/index.ts';
import { studio, useAnalysis, useStudio, type SetupPlace } from '../../state/index.ts';
import { SegmentedControl, useMediaQuery } from '../../ui/index.ts';
import { takenObjects } from './model/taken-objects.ts';
import { useCreation } from './model/use-creation.ts';
import { useDraft, type DraftState } from './model/use-draft.ts';
import { useSetup, type Setup } from './model/use-setup.ts';
import { FormFooter } from './parts/FormFooter.tsx';
import { Preview, type GraphDrawing } from './preview/Preview.tsx';
import { AuthorityQuestion } from './questions/AuthorityQuestion.tsx';
import { BackendQuestion } from './questions/BackendQuestion.tsx';
import { CertificatesQuestion } from './questions/CertificatesQuestion.tsx';
import { FilesQuestion } from './questions/FilesQuestion.tsx';
import { GatewayQuestion } from './questions/GatewayQuestion.tsx';
import { IdentityQuestion } from './questions/IdentityQuestion.tsx';
import { NamesQuestion } from './questions/NamesQuestion.tsx';
import { isOpenRow } from './questions/MaterialRows.tsx';

export interface NewSetupProps {
  /** Draws the picture: the graph feature's own. */
  Graph: GraphDrawing;
  /** Opens the browser's file dialog; what is chosen goes on the shelf. */
  onOpenFiles: () => void;
}

/** The questions of a new setup, with its picture, text and verdict beside them. */
export function NewSetup({ Graph, onOpenFiles }: NewSetupProps) {
  const setup = useSetup();
  const [place, setPlace] = usePlace();
  const state = useDraft(setup, place);
  const rows = setup.choices.certificates.kind === 'dropped' ? (state.draft?.rows ?? []) : [];
  const open =
    setup.problems.filter(({ severity }) => severity === 'blocking').length +
    rows.filter(isOpenRow).length;
  const isNarrow = useMediaQuery('(max-width: 1023px)');
  const [page, setPage] = useState<'questions' | 'preview'>('questions');
  return (
    <main className="wiz" id="main" aria-label="New setup" data-page={isNarrow ? page : 'both'}>
      {isNarrow && page === 'preview' ? <h1 className="vh">New setup</h1> : null}
      {isNarrow ? (
        <nav className="wiz-pages" aria-label="Pages of the new setup">
          <SegmentedControl
            label="Page"
            value={page}
            segments={[
              { value: 'questions', label: 'Questions' },
              { value: 'preview', label: 'Preview' },
            ]}
            onChange={setPage}
          />
        </nav>
      ) : null}
      <Form
        setup={setup}
        state={state}
        rows={rows}
        open={open}
        place={place}
        onPlace={setPlace}
        onOpenFiles={onOpenFiles}
        onShow={() => {
          setPage('questions');
        }}
      />
      {isNarrow && page === 'questions' ? null : (
        <Preview state={state} open={open} last={setup.last} Graph={Graph} />
      )}
    </main>
  );
}

/** A full workspace keeps its place only when asked to; one with nothing but dropped files is joined. */
function usePlace(): readonly [SetupPlace, (place: SetupPlace) => void] {
  const isFull = useStudio((state) => state.workspace.files.length > 0);
  const [chosen, setChosen] = useState<SetupPlace>('new-workspace');
  return [isFull ? chosen : 'this-workspace', setChosen];
}

function Form(props: {
  setup: Setup;
  state: DraftState;
  rows: readonly MaterialRow[];
  /** How many answers keep the setup from being made. */
  open: number;
  place: SetupPlace;
  onPlace: (place: SetupPlace) => void;
  onOpenFiles: () => void;
  /** Brings the questions in sight, where they are a page of their own. */
  onShow: () => void;
}) {
  const { setup, state, rows, open, place, onPlace, onOpenFiles, onShow } = props;
  const form = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { isCreating, create } = useCreation(form, setup, state, place);
  const analysis = useAnalysis((known) => known.analysis);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const joins = place === 'this-workspace' && state.draft !== null && analysis !== null;
  return (
    <section className="form" aria-label="Questions" data-region="questions">
      <div className="form-b" ref={form}>
        <h1 ref={heading} tabIndex={-1}>
          New setup
        </h1>
        <p>Each answer shows in the picture and the YAML at once.</p>
        <GatewayQuestion setup={setup} />
        <BackendQuestion setup={setup} />
        <IdentityQuestion setup={setup} />
        <NamesQuestion setup={setup} />
        <AuthorityQuestion setup={setup} />
        <CertificatesQuestion setup={setup} rows={rows} onOpenFiles={onOpenFiles} />
        <FilesQuestion
          setup={setup}
          place={place}
          taken={joins ? takenObjects(state.draft, analysis) : []}
          onPlace={onPlace}
        />
      </div>
      <FormFooter
        state={state}
        open={open}
        isCreating={isCreating}
        onCancel={() => {
          studio.setScreen('workspace');
        }}
        onCreate={() => {
          onShow();
          create();
        }}
      />
    </section>
  );
}
