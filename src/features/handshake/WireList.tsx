import './wire.css';
import type { Party, WireMessage } from '../../core/handshake/types.ts';
import { classNames } from '../../ui/index.ts';

/** What really crosses the wire, in TLS order: the server's certificate comes before the client's. */
export function WireList(props: {
  messages: readonly WireMessage[];
  names: Readonly<Record<Party, string>>;
}) {
  const { messages, names } = props;
  if (messages.length === 0) return <p className="note">Nothing crosses the wire that is known.</p>;
  return (
    <table className="wire">
      <caption className="vh">Messages in the order of the TLS protocol</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Message</th>
          <th scope="col" className="party">
            From
          </th>
          <th scope="col" className="party">
            To
          </th>
          <th scope="col">What it carries</th>
        </tr>
      </thead>
      <tbody>
        {[...messages]
          .sort((a, b) => a.order - b.order)
          .map((message) => (
            <tr key={message.order} className={classNames(!message.happened && 'later')}>
              <td className="no">{message.order}</td>
              <th scope="row">
                {message.name}
                <span className="way">
                  {names[message.from]} → {names[message.to]}
                </span>
              </th>
              <td className="party">{names[message.from]}</td>
              <td className="party">{names[message.to]}</td>
              <td>
                {message.happened ? null : <span className="tag">Not sent</span>} {message.detail}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
