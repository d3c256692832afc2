import type { DataPlaneListing } from '../../core/analysis/data-plane/types.ts';
import { implementationInfo } from '../../core/implementations/implementation-info.ts';
import { useCurrentConnection } from '../../state/index.ts';
import { CopyButton, Tag } from '../../ui/index.ts';

/** Whose configuration it is, for which connection, and all of it to copy. */
export function ListingHead({ listing, slow }: { listing: DataPlaneListing; slow: boolean }) {
  const connection = useCurrentConnection();
  const { implementation, version, lines } = listing;
  const { name, dataPlane } = implementationInfo[implementation];
  const blocked = connection?.mode === 'blocked';
  return (
    <div className="dp-head">
      <h2>
        {dataPlane === name ? name : `${dataPlane} of ${name}`} {version}
      </h2>
      <span className="mono trunc" title={connection?.label}>
        {connection?.label}
      </span>
      {blocked ? <Tag line>Refused: this is what the gateway writes instead</Tag> : null}
      <span className="grow" />
      <span className="note" role="status">
        {slow ? 'Writing the configuration' : ''}
      </span>
      {lines.length === 0 ? null : (
        <CopyButton
          text={`${lines.map(({ text }) => text).join('\n')}\n`}
          label="Copy the configuration"
        />
      )}
    </div>
  );
}
