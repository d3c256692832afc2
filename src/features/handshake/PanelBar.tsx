import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { IconButton, SegmentedControl } from '../../ui/index.ts';
import type { Replay } from './use-replay.ts';

export type LadderOrder = 'guide' | 'wire';

/** Order of the steps and the replay controls. */
export function PanelBar(props: {
  order: LadderOrder;
  onOrder: (order: LadderOrder) => void;
  replay: Replay;
}) {
  const { order, onOrder, replay } = props;
  return (
    <div className="hs-bar">
      <SegmentedControl
        label="Order of the steps"
        value={order}
        segments={[
          { value: 'guide', label: 'Guide' },
          { value: 'wire', label: 'Wire' },
        ]}
        onChange={onOrder}
      />
      <span className="grow" />
      {order === 'guide' ? (
        <div role="group" aria-label="Replay" className="row">
          <IconButton icon={SkipBack} label="First step" size="sm" onClick={replay.first} />
          <IconButton icon={StepBack} label="Step back" size="sm" onClick={replay.back} />
          <IconButton
            icon={replay.playing ? Pause : Play}
            label={replay.playing ? 'Pause the replay' : 'Replay step by step'}
            size="sm"
            onClick={replay.toggle}
          />
          <IconButton icon={StepForward} label="Next step" size="sm" onClick={replay.next} />
        </div>
      ) : null}
    </div>
  );
}
