import { Fragment } from 'react';
import type { ConversionRequest, OfferAspect, OfferChange } from '../../core/conversion/index.ts';
import { count } from '../../views/index.ts';
import { ChangeHead } from './ChangeHead.tsx';

const ASPECTS: Readonly<Record<OfferAspect, string>> = {
  tls: 'Connection',
  versions: 'TLS versions',
  suites: 'Cipher suites',
  groups: 'Key exchange groups',
  schemes: 'Signature algorithms',
  alpn: 'ALPN',
  'server-name': 'Server name (SNI)',
  'checked-names': 'Names looked for',
  trust: 'Trust anchors',
  'client-certificate': 'Client certificate',
};

/** What stands for an empty list. */
const NOTHING: Readonly<Record<OfferAspect, string>> = {
  tls: 'none',
  versions: 'none',
  suites: 'none',
  groups: 'none',
  schemes: 'none',
  alpn: 'not offered',
  'server-name': 'not sent',
  'checked-names': 'no name is checked',
  trust: 'none',
  'client-certificate': 'none',
};

const CONNECTIONS: Readonly<Record<string, string>> = {
  TLS: 'TLS',
  plain: 'plain HTTP or TCP',
  none: 'refused by the gateway',
};

/** What the gateways offer and check in handshakes, where that changes: defaults count too, which no field says. */
export function OfferTable(props: {
  offers: readonly OfferChange[];
  connections: number;
  request: ConversionRequest;
}) {
  const { offers, connections, request } = props;
  if (offers.length === 0) return null;
  return (
    <table className="cv-table">
      <caption>
        What handshakes offer and check <span className="count">{offers.length}</span>
      </caption>
      <ChangeHead subject="In the handshake" request={request} />
      <tbody>
        {offers.map((change) => (
          <tr key={keyOf(change)}>
            <th scope="row">
              {ASPECTS[change.aspect]}
              {change.connections.length === connections ? null : (
                <p className="mut">{count(change.connections.length, 'connection')}</p>
              )}
            </th>
            <td>
              <Said aspect={change.aspect} values={change.before} others={change.after} />
            </td>
            <td>
              <Said aspect={change.aspect} values={change.after} others={change.before} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function keyOf({ aspect, before, after }: OfferChange): string {
  return JSON.stringify([aspect, before, after]);
}

/** What only one side has stands out, in weight and not in colour alone. */
function Said(props: {
  aspect: OfferAspect;
  values: readonly string[];
  others: readonly string[];
}) {
  const { aspect, values, others } = props;
  if (values.length === 0) return <span className="mut">{NOTHING[aspect]}</span>;
  if (aspect === 'tls') return <>{values.map((value) => CONNECTIONS[value] ?? value).join(', ')}</>;
  return (
    <span className="cv-values">
      {values.map((value) => (
        <Fragment key={value}>
          <span className={others.includes(value) ? undefined : 'strong'}>{value}</span>{' '}
        </Fragment>
      ))}
    </span>
  );
}
