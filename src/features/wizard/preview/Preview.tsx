import './preview.css';
import { Suspense, useState, type ComponentType } from 'react';
import type { SetupDraft } from '../../../core/authoring/index.ts';
import type { Topology } from '../../../core/topology/types.ts';
import { EmptyState } from '../../../ui/index.ts';
import type { DraftState } from '../model/use-draft.ts';
import { PreviewHead } from './PreviewHead.tsx';
import type { ShownPlace } from './shown-place.ts';
import { YamlPreview } from './YamlPreview.tsx';

/** Draws a topology; the key of the object that is chosen goes to `onShow`. */
export type GraphDrawing = ComponentType<{
  topology: Topology;
  onShow: (objectKey: string) => void;
}>;

/** What the answers come to: verdicts, picture and text. */
export function Preview(props: {
  state: DraftState;
  /** Answers that keep the setup from being made: the picture then leaves out what cannot be done. */
  open: number;
  last: string | null;
  Graph: GraphDrawing;
}) {
  const { state, open, last, Graph } = props;
  const [asked, setAsked] = useState<{ place: ShownPlace; since: SetupDraft | null } | null>(null);
  const { draft, before } = state;
  if (draft === null)
    return (
      <section className="prev" aria-label="Preview" data-region="preview">
        <EmptyState title={state.failure === null ? 'Drawing the setup' : 'No setup yet'}>
          {state.failure?.text}
        </EmptyState>
      </section>
    );
  const showPlace = (place: ShownPlace) => {
    setAsked({ place, since: before });
  };
  const show = (objectKey: string) => {
    const object = draft.objects.find(({ key }) => key === objectKey);
    if (object !== undefined) showPlace({ path: object.path, start: object.start });
  };
  return (
    <section className="prev" aria-label="Preview" data-region="preview">
      <PreviewHead draft={draft} open={open} />
      <div className="prev-graph">
        <Suspense fallback={null}>
          <Graph topology={draft.topology} onShow={show} />
        </Suspense>
      </div>
      <YamlPreview
        draft={draft}
        before={before}
        last={last}
        // The draft before an answer is another for each answer: what was asked for before it has passed.
        place={asked !== null && asked.since === before ? asked.place : null}
        onShow={showPlace}
      />
    </section>
  );
}
