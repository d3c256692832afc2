import { create } from 'zustand';
import type { WhatIfQuestion } from '../../../core/what-if/questions.ts';
import type { Rotation, RotationRefused } from '../../../core/what-if/rotation/types.ts';

export type RotationQuestion = Extract<WhatIfQuestion, { kind: 'rotation' }>;

/** A rehearsal outlives the dialog: its later steps need the certificates that its first ones issued. */
export interface Rehearsal {
  readonly question: RotationQuestion;
  readonly rotation: Rotation | RotationRefused;
}

interface RehearsalState {
  readonly rehearsal: Rehearsal | null;
  readonly keep: (rehearsal: Rehearsal | null) => void;
}

/** The last rehearsal, in memory alone. */
export const useRehearsal = create<RehearsalState>((set) => ({
  rehearsal: null,
  keep: (rehearsal) => {
    set({ rehearsal });
  },
}));
