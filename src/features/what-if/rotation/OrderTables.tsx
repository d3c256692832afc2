import { useState } from 'react';
import { IMPLEMENTATION_IDS, type ImplementationId } from '../../../core/model/index.ts';
import type {
  Leaf,
  OrderRow,
  Rotation,
  RotationOrder,
} from '../../../core/what-if/rotation/types.ts';
import { useCurrentImplementation } from '../../../state/index.ts';
import { Select } from '../../../ui/index.ts';
import { implementationNames } from '../../../views/index.ts';
import { OutlookMark } from '../OutlookMark.tsx';

const leaves: readonly Leaf[] = ['old', 'new'];

/** What each moment of each order comes to through one implementation: the order that works, then two that break. */
export function OrderTables({ rotation }: { rotation: Rotation }) {
  const shown = useCurrentImplementation();
  const [chosen, choose] = useState<ImplementationId | null>(null);
  const known = IMPLEMENTATION_IDS.filter((id) =>
    rotation.states.some(({ outlooks }) => outlooks.some((one) => one.implementation === id)),
  );
  const id = chosen ?? (shown !== null && known.includes(shown) ? shown : known[0]);
  if (id === undefined) return null;
  return (
    <>
      <div className="wi-point-h">
        <h3>What each order comes to</h3>
        <span className="grow" />
        <Select
          label="Through which gateway"
          size="sm"
          value={id}
          options={known.map((value) => ({ value, label: implementationNames[value] }))}
          onChange={choose}
        />
      </div>
      {rotation.orders.map((order) => (
        <OrderTable key={order.title} order={order} rotation={rotation} id={id} />
      ))}
    </>
  );
}

function OrderTable(props: { order: RotationOrder; rotation: Rotation; id: ImplementationId }) {
  const { order, rotation, id } = props;
  return (
    <table className="wi-table">
      <caption>{order.title}</caption>
      <thead>
        <tr>
          <th scope="col">Moment</th>
          <th scope="col">With the old certificate</th>
          <th scope="col">With the new certificate</th>
        </tr>
      </thead>
      <tbody>
        {order.rows.map((row) => (
          <tr key={row.title}>
            <th scope="row">{row.title}</th>
            {leaves.map((leaf) => (
              <td key={leaf}>
                <Cell row={row} leaf={leaf} rotation={rotation} id={id} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: { row: OrderRow; leaf: Leaf; rotation: Rotation; id: ImplementationId }) {
  const { row, leaf, rotation, id } = props;
  if (!row.live.includes(leaf)) return <span className="mut">Not presented</span>;
  const state = rotation.states.find((one) => one.bundle === row.bundle && one.leaf === leaf);
  const outlook = state?.outlooks.find(({ implementation }) => implementation === id);
  return outlook === undefined ? null : <OutlookMark outlook={outlook} />;
}
