import { describe, expect, it } from 'vitest';
import { isInTls, laneDrawing } from './lane-geometry.ts';

describe('laneDrawing', () => {
  it('draws an arrow from sender to receiver', () => {
    expect(laneDrawing({ from: 'gateway', to: 'backend' })).toEqual({
      kind: 'message',
      line: 'M164 12.5H279',
      head: 'M285 12.5L278 8.7V16.3Z',
      dot: 160,
    });
  });

  it('draws an arrow that goes back', () => {
    expect(laneDrawing({ from: 'backend', to: 'gateway' })).toEqual({
      kind: 'message',
      line: 'M284 12.5H169',
      head: 'M163 12.5L170 8.7V16.3Z',
      dot: 288,
    });
  });

  it('marks the lane of a party that checks by itself', () => {
    expect(laneDrawing({ from: 'gateway', to: 'gateway' })).toEqual({ kind: 'check', at: 160 });
  });
});

describe('isInTls', () => {
  it('spans steps 3 to 9', () => {
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
    expect(steps.filter((n) => isInTls({ n }))).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });
});
