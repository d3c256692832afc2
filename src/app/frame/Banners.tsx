import { useEffect, useState } from 'react';
import { reportIntake, useIntakeReport } from '../../features/workspace/index.ts';
import {
  rerunAnalysis,
  stopAnalysis,
  useActivities,
  useAnalysis,
  type Activity,
} from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { BannerLine } from './BannerLine.tsx';
import { KeepLine } from './KeepLine.tsx';
import { SimulatedLine, VariantLine } from './SimulatedLine.tsx';

/** Work that lasts, and faults of the app: one quiet line each under the lens. */
export function Banners() {
  const error = useAnalysis((state) => state.error);
  const report = useIntakeReport();
  const activities = useActivities();
  const slow = useSlowAnalysis();
  return (
    <div className="banners">
      <VariantLine />
      <SimulatedLine />
      <KeepLine />
      {activities.map((activity) => (
        <ActivityLine key={activity.id} activity={activity} />
      ))}
      {slow ? (
        <ActivityLine activity={{ id: -1, label: 'Checking', cancel: stopAnalysis }} />
      ) : null}
      {error === null ? null : (
        <BannerLine fault text={`The check stopped: ${error} What you see is the last good one.`}>
          <Button size="sm" onClick={rerunAnalysis}>
            Check again
          </Button>
        </BannerLine>
      )}
      {report === null ? null : (
        <BannerLine fault={report.fault} text={report.text}>
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              reportIntake(null);
            }}
          >
            Dismiss
          </Button>
        </BannerLine>
      )}
    </div>
  );
}

/** One piece of work; shown once it has lasted long enough to be noticed. */
function ActivityLine({ activity }: { activity: Activity }) {
  const shown = useAfter(250);
  if (!shown) return null;
  return (
    <div className="banner" role="status">
      <span className="pulse" aria-hidden="true" />
      <span className="grow">{activity.label}</span>
      {activity.cancel === undefined ? null : (
        <Button size="sm" variant="quiet" onClick={activity.cancel}>
          Stop
        </Button>
      )}
    </div>
  );
}

function useAfter(ms: number): boolean {
  const [past, setPast] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPast(true);
    }, ms);
    return () => {
      clearTimeout(timer);
    };
  }, [ms]);
  return past;
}

/** True while one analysis has been running for more than a second. */
function useSlowAnalysis(): boolean {
  const running = useAnalysis((state) => state.status === 'running');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => {
      setSlow(true);
    }, 1000);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [running]);
  return running && slow;
}
