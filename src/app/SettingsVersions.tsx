import type { ReactNode } from 'react';
import { implementationInfo } from '../core/implementations/implementation-info.ts';
import {
  GATEWAY_API_CHANNELS,
  GATEWAY_API_VERSIONS,
  IMPLEMENTATION_IDS,
  type ImplementationId,
  type InstalledCrds,
} from '../core/model/index.ts';
import { Select } from '../ui/index.ts';
import { implementationNames } from '../views/index.ts';

/** What stands in the cluster. An implementation that is not named runs its newest version. */
export interface InstalledVersions {
  readonly crds: InstalledCrds;
  readonly versions: Readonly<Partial<Record<ImplementationId, string>>>;
}

/** Which CRDs and which release of each gateway the verdicts are for. */
export function SettingsVersions(props: {
  value: InstalledVersions;
  onChange: (value: InstalledVersions) => void;
}) {
  const { value, onChange } = props;
  const { crds, versions } = value;
  return (
    <fieldset className="versions">
      <legend>Installed in the cluster</legend>
      <Row label="Gateway API">
        <Select
          label="Gateway API release"
          value={crds.gatewayApi}
          options={GATEWAY_API_VERSIONS.map((version) => ({ value: version, label: version }))}
          onChange={(gatewayApi) => {
            onChange({ ...value, crds: { ...crds, gatewayApi } });
          }}
        />
        <Select
          label="Gateway API channel"
          value={crds.channel}
          options={GATEWAY_API_CHANNELS.map((channel) => ({ value: channel, label: channel }))}
          onChange={(channel) => {
            onChange({ ...value, crds: { ...crds, channel } });
          }}
        />
      </Row>
      {IMPLEMENTATION_IDS.map((id) => (
        <Row key={id} label={implementationNames[id]}>
          <Select
            label={`Version of ${implementationNames[id]}`}
            value={versions[id] ?? implementationInfo[id].defaultVersion}
            options={implementationInfo[id].versions.map((version) => ({
              value: version,
              label: version,
            }))}
            onChange={(version) => {
              onChange({ ...value, versions: { ...versions, [id]: version } });
            }}
          />
        </Row>
      ))}
    </fieldset>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="row">
      <span className="grow">{label}</span>
      {children}
    </div>
  );
}
