import type { HandshakeStep } from '../../core/handshake/types.ts';
import type { ShapeName } from '../../ui/index.ts';
import { stepShape, stepWord } from '../format/words.ts';

/** How one step looks in a row: its shape, its word and the colour role of its lane. */
export interface StepLook {
  readonly shape: ShapeName;
  readonly word: string;
  readonly tone: 'ok' | 'warn' | 'err' | 'later';
}

const TONES: Readonly<Partial<Record<HandshakeStep['state'], StepLook['tone']>>> = {
  passed: 'ok',
  warning: 'warn',
  failed: 'err',
};

/** Shape, word and tone of a step. What did not happen is dashed and says what it would have been. */
export function stepLook({
  state,
  role,
  wouldBe,
}: Pick<HandshakeStep, 'state' | 'role' | 'wouldBe'>): StepLook {
  return {
    shape: stepShape(state, wouldBe?.state),
    word: stepWord(state, role),
    tone: TONES[state] ?? 'later',
  };
}
