import { studio } from '../../../state/index.ts';

/** Judges everything at a moment: the exact one, since a day may begin before what changes on it. */
export function lookAt(moment: number): void {
  studio.closeDialog();
  studio.update({
    type: 'set-options',
    label: 'Change the as-of date',
    options: { at: new Date(moment).toISOString() },
  });
}
