import type { ConversionRequest } from '../../core/conversion/types.ts';
import { implementationInfo } from '../../core/implementations/implementation-info.ts';
import { IMPLEMENTATION_IDS, type ImplementationId } from '../../core/model/index.ts';
import { Select } from '../../ui/index.ts';
import { implementationNames } from '../../views/index.ts';

/** From where, to where, in which release, and what becomes of objects that do nothing there. */
export function ConversionChoices(props: {
  request: ConversionRequest;
  sources: readonly ImplementationId[];
  onChange: (part: Partial<ConversionRequest>) => void;
}) {
  const { request, sources, onChange } = props;
  const { from, to, version, removeIdle } = request;
  const named = (id: ImplementationId) => ({ value: id, label: implementationNames[id] });
  return (
    <div className="cv-choices">
      <div>
        <p className="lbl">From</p>
        {sources.length < 2 ? (
          <p className="cv-from">{implementationNames[from]}</p>
        ) : (
          <Select
            label="From"
            value={from}
            options={sources.map(named)}
            onChange={(next) => {
              onChange({ from: next });
            }}
          />
        )}
      </div>
      <div>
        <p className="lbl">To</p>
        <Select
          label="To"
          value={to}
          options={IMPLEMENTATION_IDS.filter((id) => id !== from).map(named)}
          onChange={(next) => {
            onChange({ to: next });
          }}
        />
      </div>
      <div>
        <p className="lbl">Version</p>
        <Select
          label="Version"
          value={version}
          options={implementationInfo[to].versions.map((one) => ({ value: one, label: one }))}
          onChange={(next) => {
            onChange({ version: next });
          }}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={removeIdle}
          onChange={(event) => {
            onChange({ removeIdle: event.target.checked });
          }}
        />
        Take out what {implementationNames[from]} alone reads
      </label>
    </div>
  );
}
