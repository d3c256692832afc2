import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand/react';

/** Work that takes long enough to say so. */
export interface Activity {
  readonly id: number;
  /** Present tense: `Reading 120 files`. */
  readonly label: string;
  /** Ends it; absent when it cannot be ended. */
  readonly cancel?: () => void;
}

const activities = createStore<readonly Activity[]>(() => []);
let counter = 0;

/** Announces work; call the result when it is over. */
export function startActivity(label: string, cancel?: () => void): () => void {
  counter += 1;
  const activity: Activity =
    cancel === undefined ? { id: counter, label } : { id: counter, label, cancel };
  activities.setState((list) => [...list, activity], true);
  return () => {
    activities.setState((list) => list.filter((one) => one.id !== activity.id), true);
  };
}

/** The work going on, oldest first. */
export function useActivities(): readonly Activity[] {
  return useStore(activities);
}
