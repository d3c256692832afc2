import { ReactFlowProvider } from '@xyflow/react';
import { ListTree, Plus, Workflow } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { Topology } from '../../core/topology/types.ts';
import { useReceives, type ObjectTask, type Selection } from '../../state/index.ts';
import {
  Button,
  classNames,
  Icon,
  IconButton,
  SegmentedControl,
  type Segment,
} from '../../ui/index.ts';
import { missingPart, type MissingPart } from '../../views/index.ts';
import { FlowCanvas } from './canvas/FlowCanvas.tsx';
import { GraphContext } from './canvas/graph-context.ts';
import { Legend } from './canvas/Legend.tsx';
import { useCamera } from './canvas/use-camera.ts';
import { WayBack } from './canvas/WayBack.tsx';
import { ZoomControls } from './canvas/ZoomControls.tsx';
import { emphasisOf } from './model/emphasis.ts';
import { graphItems, type GraphItem } from './model/graph-items.ts';
import { graphKey } from './model/graph-key.ts';
import { useRegionKeys } from './model/use-region-keys.ts';
import { useRovingFocus } from './model/use-roving-focus.ts';
import { Outline } from './outline/Outline.tsx';

export type GraphMode = 'graph' | 'outline';

export interface GraphViewProps {
  topology: Topology;
  selection: Selection;
  /** Key of the object that the selection stands for, if any. */
  objectKey: string | null;
  mode: GraphMode;
  /** Whether single letters are keys. */
  letterKeys: boolean;
  onMode: (mode: GraphMode) => void;
  onChoose: (item: GraphItem) => void;
  onReveal: (item: GraphItem) => void;
  onHandshake: (item: GraphItem) => void;
  /** What can be done with objects; null where the picture is only looked at. */
  editing: GraphEditing | null;
}

export interface GraphEditing {
  /** Something is to be done with an object. */
  readonly onTask: (task: ObjectTask) => void;
  /** A line was drawn from one object to another. */
  readonly onConnect: (start: string, end: string) => void;
}

const segments: readonly Segment<GraphMode>[] = [
  { value: 'graph', label: segmentLabel(Workflow, 'Graph') },
  { value: 'outline', label: segmentLabel(ListTree, 'Outline') },
];

function segmentLabel(icon: typeof Workflow, word: string) {
  return (
    <>
      <Icon of={icon} size="xs" />
      <span className="seg-word">{word}</span>
    </>
  );
}

/** The graph of trust, or its twin in words, with the controls of both. */
export function GraphView(props: GraphViewProps) {
  return (
    <ReactFlowProvider>
      <GraphBody {...props} />
    </ReactFlowProvider>
  );
}

function GraphBody(props: GraphViewProps) {
  const { topology, selection, objectKey, mode, onMode, onChoose, editing } = props;
  const root = useRef<HTMLDivElement>(null);
  const items = useMemo(() => graphItems(topology), [topology]);
  const emphasis = useMemo(
    () => emphasisOf(topology, selection, objectKey),
    [topology, selection, objectKey],
  );
  const selectedId = emphasis.selected.values().next().value ?? null;
  const { active, setActive, focus } = useRovingFocus(items, selectedId, root);
  const camera = useCamera(topology, items.byId.get(selectedId ?? '') ?? null);
  const handlers = useMemo(
    () => ({
      choose: (id: string) => {
        setActive(id);
        const item = items.byId.get(id);
        if (item) onChoose(item);
      },
      reach: setActive,
      isEditable: editing !== null,
    }),
    [items, onChoose, setActive, editing],
  );
  const go = (item: GraphItem) => {
    focus(item.id);
    camera.show(item);
  };
  useRegionKeys(root, (event) => {
    const act = mode === 'graph' ? graphKey(event, items, active, props.letterKeys) : null;
    if (act === null) return;
    event.preventDefault();
    if (act.kind === 'fit') camera.fit();
    else if (act.kind === 'task') editing?.onTask(act.task);
    else if (act.kind === 'focus') go(act.item);
    else if (act.kind === 'reveal') props.onReveal(act.item);
    else props.onHandshake(act.item);
  });
  const missing = missingPart(topology);
  const receives = useReceives();
  return (
    <div className={classNames('graph', receives && editing !== null && 'receives')} ref={root}>
      <GraphContext value={handlers}>
        {missing === null ? null : <Hint part={missing} editing={editing} />}
        {mode === 'graph' ? (
          <>
            {active === null ? null : <WayBack item={active} onFocus={() => go(active)} />}
            <FlowCanvas
              topology={topology}
              items={items}
              emphasis={emphasis}
              tabStop={active?.id ?? null}
              camera={camera}
              onConnect={editing?.onConnect ?? null}
            />
            <Legend topology={topology} />
          </>
        ) : (
          <Outline
            topology={topology}
            items={items}
            emphasis={emphasis}
            onChoose={onChoose}
            onTask={editing?.onTask ?? null}
          />
        )}
      </GraphContext>
      <div className="c-tools">
        <SegmentedControl label="View" value={mode} segments={segments} onChange={onMode} />
        {mode === 'graph' ? <ZoomControls camera={camera} /> : null}
        {editing === null ? null : <AddButton onTask={editing.onTask} />}
      </div>
    </div>
  );
}

/** What is missing, and the way to have it where things can be changed. */
function Hint({ part, editing }: { part: MissingPart; editing: GraphEditing | null }) {
  const { words, way } = part;
  return (
    <div className="graph-hint">
      <p>{words}</p>
      {way === null || editing === null ? null : (
        <Button
          size="sm"
          onClick={() => {
            editing.onTask(way.task);
          }}
        >
          {way.label}
        </Button>
      )}
    </div>
  );
}

function AddButton({ onTask }: Pick<GraphEditing, 'onTask'>) {
  return (
    <IconButton
      icon={Plus}
      label="Add object"
      onClick={() => {
        onTask({ do: 'add', objectKey: null });
      }}
    />
  );
}
