import { keyRefusals } from '../../../core/authoring/key-refusals.ts';
import type { SetupChoices } from '../../../core/authoring/index.ts';
import type { KeyAlgorithm } from '../../../core/pki/index.ts';
import { Select, VerdictShape } from '../../../ui/index.ts';
import { Glyph, implementationNames, type GlyphName } from '../../../views/index.ts';
import type { Setup } from '../model/use-setup.ts';

const algorithms: readonly KeyAlgorithm[] = [
  'EC P-256',
  'EC P-384',
  'EC P-521',
  'Ed25519',
  'RSA 2048',
  'RSA 3072',
  'RSA 4096',
];

/** What will be issued, with which kind of key, and which gateways do not take that kind. */
export function IssuedRows({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const { certificates, authority } = choices;
  if (certificates.kind !== 'issued') return null;
  const rows = issuedRows(choices);
  return (
    <>
      <div className="q-line">
        <span>Kind of key</span>
        <Select
          label="Kind of key"
          value={certificates.keyAlgorithm}
          options={algorithms.map((value) => ({ value, label: value }))}
          onChange={(keyAlgorithm) => {
            answer(keyAlgorithm, { ...choices, certificates: { kind: 'issued', keyAlgorithm } });
          }}
        />
      </div>
      <OtherGateways setup={setup} algorithm={certificates.keyAlgorithm} />
      <ul className="slots">
        {rows.map(({ title, detail, glyph }) => (
          <li className="slot open" key={title}>
            <span className="g">
              <Glyph name={glyph} />
            </span>
            <span>
              <b>{title}</b>
              <span className="d">{detail}</span>
            </span>
          </li>
        ))}
      </ul>
      {authority === 'cert-manager' ? (
        <p className="q-note">
          cert-manager makes keys and certificates in the cluster, and the files hold no key. The
          verdict here counts with what it will write. In the workspace public certificates stand
          for it, and the keys are not proven.
        </p>
      ) : null}
    </>
  );
}

/** What others than the chosen gateway say about such keys. */
function OtherGateways({ setup, algorithm }: { setup: Setup; algorithm: KeyAlgorithm }) {
  const { implementation } = setup.choices.gateway;
  const others = keyRefusals(algorithm).filter((one) => one.implementation !== implementation);
  const [first] = others;
  if (first === undefined) return null;
  const names = others.map((one) => implementationNames[one.implementation]).join(', ');
  return (
    <div className="q-problem warn">
      <VerdictShape shape="warning" size="s" />
      <div>
        <p>Not on every gateway: {names}.</p>
        <p>{first.fact}</p>
        <p className="src">{first.source}</p>
      </div>
    </div>
  );
}

interface IssuedRow {
  readonly title: string;
  readonly detail: string;
  readonly glyph: GlyphName;
}

function issuedRows(choices: SetupChoices): readonly IssuedRow[] {
  const { backend, gatewayName, hosts, mode, authority } = choices;
  const years = 'ten years';
  const server: readonly IssuedRow[] = [
    {
      title: `${backend.name} certificate and key`,
      detail: `CN=${hosts.sni}, serverAuth, one year`,
      glyph: 'secret',
    },
    { title: 'CA the gateway trusts', detail: `CN=${backend.name} CA, ${years}`, glyph: 'trust' },
  ];
  if (mode === 'one-way') return server;
  const client: IssuedRow = {
    title: `${gatewayName} client certificate and key`,
    detail: `CN=${gatewayName}, clientAuth, one year`,
    glyph: 'secret',
  };
  if (authority === 'cert-manager') return [...server, client];
  const clientCa = `CN=${gatewayName} CA, ${years}`;
  return [
    ...server,
    client,
    { title: `CA ${backend.name} trusts`, detail: clientCa, glyph: 'trust' },
  ];
}
