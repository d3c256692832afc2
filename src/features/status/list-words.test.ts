import { describe, expect, it } from 'vitest';
import type { ComparedStatus, RealStatus } from '../../core/analysis/status/index.ts';
import { listNote, listTitle } from './list-words.ts';

const list = (kind: ComparedStatus['kind'], ref?: ComparedStatus['ref']): ComparedStatus => ({
  objectId: 'o',
  kind,
  conditions: [],
  ...(ref && { ref }),
});

describe('listTitle', () => {
  it.each<[ComparedStatus, string]>([
    [list('object'), 'The HTTPRoute itself'],
    [list('listener', { name: 'gw', sectionName: 'https' }), 'Listener https'],
    [list('parent', { name: 'gw', namespace: 'shop' }), 'Parent Gateway gw'],
    [
      list('parent', { kind: 'ListenerSet', name: 'set', namespace: 'infra', sectionName: 'web' }),
      'Parent ListenerSet infra/set, listener web',
    ],
    [
      list('ancestor', { kind: 'Service', name: 'app', port: 8443 }),
      'Ancestor Service app, port 8443',
    ],
  ])('names what a list stands under', (status, title) => {
    expect(listTitle(status, { kind: 'HTTPRoute', namespace: 'shop' })).toBe(title);
  });
});

describe('listNote', () => {
  const note = (real: Partial<RealStatus>): string | null => {
    const at = { fileId: 'f', range: { start: 0, end: 1 } };
    const whole: RealStatus = {
      relation: 'compared',
      at,
      conditions: [],
      differences: [],
      ...real,
    };
    return listNote({ ...list('parent'), real: whole }, 'kgateway');
  };

  it.each<[Partial<RealStatus>, string]>([
    [{}, 'The cluster says the same.'],
    [{ differences: [{ type: 'Accepted', kind: 'reason' }] }, 'The cluster says something else.'],
    [
      { stale: { observed: 1, generation: 4 } },
      'The cluster says the same. Its conditions are about generation 1: the controller has not looked at generation 4 yet.',
    ],
    [
      { relation: 'not-written' },
      'The cluster has no entry here: the controller has not written one.',
    ],
    [
      { relation: 'not-predicted' },
      'The cluster has an entry here, but for these manifests none is predicted.',
    ],
    [
      { relation: 'other-controller', controllerName: 'example.com/mesh' },
      'Written by example.com/mesh, so it is not compared with kgateway.',
    ],
  ])('says how the real list relates', (real, words) => {
    expect(note(real)).toBe(words);
  });

  it('says nothing without a real status', () => {
    expect(listNote(list('parent'), 'kgateway')).toBeNull();
  });
});
