import { useMemo } from 'react';
import { IMPLEMENTATION_IDS, type ImplementationId } from '../../core/model/index.ts';
import { studio, useAnalysis, useStudio } from '../../state/index.ts';
import { Button, Popover, Select, VerdictShape, type SelectOption } from '../../ui/index.ts';
import { count, implementationNames } from '../../views/index.ts';
import { unknownGateways, type GatewayToName } from './unknown-gateways.ts';

type Choice = ImplementationId | 'detect';

/** Asks which implementation runs a Gateway when the files do not tell. Nothing when they do. */
export function GatewayChoice() {
  const analysis = useAnalysis((state) => state.analysis);
  const gateways = useMemo(() => unknownGateways(analysis), [analysis]);
  const open = gateways.filter((gateway) => gateway.detected.id === null);
  if (gateways.length === 0) return null;
  const trigger = (
    <Button size="sm" variant="quiet">
      {open.length === 0 ? null : <VerdictShape shape="unknown" size="xs" />}
      {open.length === 0
        ? 'Gateways set by you'
        : `${count(open.length, 'gateway')} not recognised`}
    </Button>
  );
  return (
    <div className="gw-choice">
      <Popover label="Which implementation runs each Gateway" trigger={trigger} align="start">
        <h2 className="strong">Which implementation runs it</h2>
        <p className="hint">The files do not say. The choice is kept with the workspace.</p>
        <ul className="gw-list">
          {gateways.map((gateway) => (
            <li key={gateway.key}>
              <Gateway gateway={gateway} />
            </li>
          ))}
        </ul>
      </Popover>
    </div>
  );
}

function Gateway({ gateway }: { gateway: GatewayToName }) {
  const chosen = useStudio(
    (state) => state.workspace.options.implementationOverrides[gateway.key] ?? null,
  );
  const options: SelectOption<Choice>[] = [
    ...IMPLEMENTATION_IDS.map((id) => ({ value: id, label: implementationNames[id] })),
    ...(chosen === null ? [] : [{ value: 'detect' as const, label: 'As the files say' }]),
  ];
  return (
    <div className="row">
      <span className="grow">
        <b className="strong">{gateway.name}</b>{' '}
        <span className="mut">
          {gateway.detected.how === 'override'
            ? gateway.namespace
            : `${gateway.namespace} · ${gateway.detected.evidence}`}
        </span>
      </span>
      <Select
        label={`Implementation of Gateway ${gateway.name}`}
        value={chosen}
        placeholder="Choose"
        options={options}
        onChange={(choice) => {
          setOverride(gateway, choice);
        }}
      />
    </div>
  );
}

function setOverride(gateway: GatewayToName, choice: Choice): void {
  const { implementationOverrides } = studio.store.getState().workspace.options;
  const others = Object.fromEntries(
    Object.entries(implementationOverrides).filter(([key]) => key !== gateway.key),
  );
  const label =
    choice === 'detect'
      ? `Gateway ${gateway.name}: as the files say`
      : `Gateway ${gateway.name} runs on ${implementationNames[choice]}`;
  studio.update({
    type: 'set-options',
    label,
    options: {
      implementationOverrides: choice === 'detect' ? others : { ...others, [gateway.key]: choice },
    },
  });
}
