import { describe, expect, it } from 'vitest';
import type { Assignment, Blob } from '../core/model/index.ts';
import { freeBlobs } from './free-blobs.ts';

const blob = (id: string, path = id, text = 'old'): Blob => {
  return { id, path, bytes: new TextEncoder().encode(text) };
};
const fresh = (id: string): Blob => blob(id, id, 'new');
const names = (target: string, chain: string, clientCa = chain): Assignment => ({
  target,
  chain: { kind: 'blob', blobId: chain },
  clientCa: { kind: 'blob', blobId: clientCa },
});

describe('the files of a setup that joins a workspace', () => {
  const setup = {
    blobs: [fresh('payments.crt'), fresh('ca.crt')],
    assignments: [names('Secret b/payments', 'payments.crt', 'ca.crt')],
  };

  it('keep their names where these are free', () => {
    expect(freeBlobs({ blobs: [blob('other.crt')], assignments: [] }, setup)).toEqual(setup);
  });

  it('get names of their own beside those of another setup, and its certificates stay', () => {
    const before = {
      blobs: [blob('payments.crt'), blob('ca.crt'), blob('ca-2.crt')],
      assignments: [names('Secret a/payments', 'payments.crt', 'ca.crt')],
    };
    const { blobs, assignments } = freeBlobs(before, setup);
    expect(blobs.map(({ id, path }) => [id, path])).toEqual([
      ['payments-2.crt', 'payments-2.crt'],
      ['ca-3.crt', 'ca-3.crt'],
    ]);
    expect(assignments).toEqual([names('Secret b/payments', 'payments-2.crt', 'ca-3.crt')]);
  });

  it('take the place of those that the same targets named alone', () => {
    const before = {
      blobs: [blob('payments.crt'), blob('ca.crt')],
      assignments: [
        names('Secret b/payments', 'payments.crt', 'ca.crt'),
        names('Secret a/gateway', 'ca.crt'),
      ],
    };
    const { blobs, assignments } = freeBlobs(before, setup);
    expect(blobs.map(({ id }) => id)).toEqual(['payments.crt', 'ca-2.crt']);
    expect(assignments).toEqual([names('Secret b/payments', 'payments.crt', 'ca-2.crt')]);
  });

  it('serve both where they are the same byte by byte', () => {
    const before = {
      blobs: [fresh('payments.crt'), blob('ca.crt')],
      assignments: [names('Secret a/payments', 'payments.crt', 'ca.crt')],
    };
    expect(freeBlobs(before, setup).blobs.map(({ id }) => id)).toEqual([
      'payments.crt',
      'ca-2.crt',
    ]);
  });

  it('leave a dropped file of the same path alone, and a reference to dropped files', () => {
    const before = { blobs: [blob('9f', 'payments.crt')], assignments: [] };
    const own = { ...setup, assignments: [names('Secret b/payments', 'payments.crt', '9f')] };
    expect(freeBlobs(before, own).assignments).toEqual([
      names('Secret b/payments', 'payments-2.crt', '9f'),
    ]);
  });
});
