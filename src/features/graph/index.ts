import type { ComponentType } from 'react';

/** Null until the feature is there: the frame then has no place for it. */
export const GraphPanel: ComponentType | null = null;
