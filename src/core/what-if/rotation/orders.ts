import type { RotationOrder, RotationSide, RotationStepId } from './types.ts';

interface SideWords {
  readonly truster: string;
  readonly presenter: string;
}

const sides: Readonly<Record<RotationSide, SideWords>> = {
  server: { truster: 'the gateway', presenter: 'the backend' },
  client: { truster: 'the backend', presenter: 'the gateway' },
};

/** Titles of the steps, imperative. */
export function stepTitle(id: RotationStepId, side: RotationSide): string {
  const { truster, presenter } = sides[side];
  switch (id) {
    case 'trust-both':
      return `Let ${truster} trust the new CA beside the old one`;
    case 'new-leaf':
      return `Give ${presenter} the certificate of the new CA`;
    case 'drop-old':
      return `Take the old CA from what ${truster} trusts`;
    default:
      return id satisfies never;
  }
}

/** The order that works, and the two that people try. */
export function rotationOrders(side: RotationSide): readonly RotationOrder[] {
  const { presenter } = sides[side];
  const begin = { title: 'Before', bundle: 'old', live: ['old'] } as const;
  return [
    {
      title: 'In this order',
      rows: [
        begin,
        { title: 'Both CAs are trusted', bundle: 'both', live: ['old'] },
        { title: `While ${presenter} rolls`, bundle: 'both', live: ['old', 'new'] },
        { title: 'All present the new certificate', bundle: 'both', live: ['new'] },
        { title: 'The old CA is gone', bundle: 'new', live: ['new'] },
      ],
    },
    {
      title: 'New certificate first',
      rows: [
        begin,
        { title: `While ${presenter} rolls`, bundle: 'old', live: ['old', 'new'] },
        { title: 'All present the new certificate', bundle: 'old', live: ['new'] },
        { title: 'The new CA is trusted', bundle: 'both', live: ['new'] },
      ],
    },
    {
      title: 'New CA in place of the old one',
      rows: [
        begin,
        { title: 'Only the new CA is trusted', bundle: 'new', live: ['old'] },
        { title: `While ${presenter} rolls`, bundle: 'new', live: ['old', 'new'] },
        { title: 'All present the new certificate', bundle: 'new', live: ['new'] },
      ],
    },
  ];
}
