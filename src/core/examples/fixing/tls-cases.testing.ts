import { Buffer } from 'node:buffer';
import {
  GATEWAY,
  IDENTITY,
  POLICY,
  SERVICE,
  WITHOUT_POLICY,
  type Change,
  type FixCase,
} from './fix-case.testing.ts';

/** Changes the PEM text of the CA that the policy names. */
const authority = (change: (pem: string) => string): Change => [
  POLICY,
  /(?<= {2}ca\.crt: )\|\n((?: {4}.*\n)+)/,
  (_, block = '') => change(block.replaceAll(/^ {4}/gm, '')),
];
const block = (text: string): string => `|\n${text.replaceAll(/^(?=.)/gm, '    ')}`;
const quoted = (text: string): string => `${JSON.stringify(text)}\n`;
const der = (pem: string): string => pem.replaceAll(/-----.*-----|\n/g, '');

/** The pair of the backend, and the CA that is trusted for it. */
const presents = (leaf: string, trusted: string): readonly Change[] => [
  [
    IDENTITY,
    /data:\n {2}tls\.crt: .*\n {2}tls\.key: .*\n/,
    `stringData:\n  tls.crt: |\n{{${leaf}}}  tls.key: |\n{{leafKey}}`,
  ],
  authority(() => `|\n{{${trusted}}}`),
];
const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: shop\ndata:\n  ca.crt: |\n{{${name}}}`;

/** Certificates, keys, and what the two ends make of them. */
export const tlsCases: readonly FixCase[] = [
  {
    code: 'PEM-BAD-BASE64',
    changes: [authority((pem) => block(pem.replace(/\n(?=.*\n-----END)/, '"\n')))],
  },
  {
    code: 'PEM-BAD-END-LINE',
    changes: [authority((pem) => block(pem.replace('END CERT', 'END TRUSTED CERT')))],
  },
  { code: 'PEM-TRUNCATED', changes: [authority((pem) => block(pem.replace(/-----END.*\n/, '')))] },
  {
    code: 'PEM-HTML-ESCAPED',
    changes: [authority((pem) => block(pem.replaceAll('+', '&#43;').replaceAll('/', '&#47;')))],
  },
  {
    code: 'PEM-INDENTED',
    changes: [authority((pem) => block(`# CA\n${pem.replaceAll(/^(?=.)/gm, '  ')}`))],
  },
  {
    code: 'PEM-BLANK-LINE',
    changes: [authority((pem) => block(pem.replace(/\n(?=.*\n-----END)/, '\n\n')))],
  },
  {
    code: 'PEM-ESCAPED-NEWLINES',
    changes: [authority((pem) => quoted(pem.replaceAll('\n', '\\n')))],
  },
  { code: 'PEM-ONE-LINE', changes: [authority((pem) => quoted(pem.replaceAll('\n', ' ')))] },
  {
    code: 'PEM-BASE64-OF-PEM',
    changes: [authority((pem) => quoted(Buffer.from(pem).toString('base64')))],
  },
  { code: 'PEM-BARE-BASE64', changes: [authority((pem) => quoted(der(pem)))] },
  {
    code: 'PEM-DER-INSTEAD',
    changes: [
      [
        POLICY,
        /data:\n {2}ca\.crt: \|\n((?: {4}.*\n)+)/,
        (_, text = '') => `binaryData:\n  ca.crt: ${der(text).replaceAll(' ', '')}\n`,
      ],
    ],
  },
  { code: 'PEM-BYTE-ORDER-MARK', changes: [authority((pem) => quoted(`\uFEFF${pem}`))] },
  {
    code: 'PEM-KEY-IN-CERTIFICATE-PLACE',
    changes: [[IDENTITY, /tls\.crt: (.*)\n {2}tls\.key: (.*)/, 'tls.crt: $2\n  tls.key: $1']],
  },
  {
    code: 'PEM-CERTIFICATE-IN-KEY-PLACE',
    changes: [[GATEWAY, /tls\.crt: (.*)\n {2}tls\.key: (.*)/, 'tls.crt: $2\n  tls.key: $1']],
  },
  { code: 'PEM-KEY-BESIDE-CERTIFICATE', changes: [[POLICY, /(----END.*\n)/, '$1{{leafKey}}']] },
  {
    code: 'TLS-SERVER-CERT-EXPIRED',
    changes: presents('leafBefore', 'root'),
    more: { 'renewed.yaml': configMap('leaf') },
  },
  {
    code: 'TLS-CERT-EXPIRES-SOON',
    changes: presents('leafSoon', 'root'),
    more: { 'renewed.yaml': configMap('leaf') },
  },
  {
    code: 'TLS-CERT-EXPIRES-THIS-WEEK',
    changes: presents('leafThisWeek', 'root'),
    more: { 'renewed.yaml': configMap('leaf') },
  },
  {
    code: 'TLS-CA-EXPIRED',
    changes: presents('leaf', 'rootBefore'),
    more: { 'renewed.yaml': configMap('root') },
  },
  {
    code: 'TLS-CLIENT-CERT-EXPIRED',
    changes: [
      ...clientPair('clientBefore'),
      [IDENTITY, /(?<=ca\.crt: \|\n)(?: {4}.*\n)+/, '{{root}}'],
    ],
    more: { 'renewed.yaml': configMap('client') },
  },
  {
    code: 'TLS-CLIENT-CA-EXPIRED',
    changes: [
      ...clientPair('client'),
      [IDENTITY, /(?<=ca\.crt: \|\n)(?: {4}.*\n)+/, '{{rootBefore}}'],
    ],
    more: { 'renewed.yaml': configMap('root') },
  },
  {
    code: 'TLS-HOST-MISMATCH',
    changes: [[POLICY, /hostname: .*/, 'hostname: catalogue.shop.example']],
  },
  {
    code: 'TLS-CA-DID-NOT-ISSUE',
    changes: presents('leaf', 'otherRoot'),
    more: { 'root.yaml': configMap('root') },
  },
  {
    code: 'TLS-CA-WRONG-KEY',
    changes: [
      ...presents('leaf', 'rootOtherKey'),
      [GATEWAY, 'gatewayClassName: nginx', 'gatewayClassName: agentgateway'],
    ],
    more: { 'root.yaml': configMap('root') },
  },
  {
    code: 'TLS-MISSING-INTERMEDIATE',
    changes: presents('leafBelow', 'root'),
    more: { 'between.yaml': configMap('intermediate') },
  },
  { code: 'TLS-SELF-SIGNED-NOT-TRUSTED', changes: presents('selfSigned', 'otherRoot') },
  {
    code: 'TLS-ROOT-MISSING',
    changes: presents('leafBelow', 'intermediate'),
    more: { 'root.yaml': configMap('root') },
  },
  {
    code: 'TLS-CLIENT-CERT-NOT-TRUSTED',
    changes: clientPair('client'),
    more: { 'root.yaml': configMap('root') },
  },
  { code: 'TLS-PLAINTEXT-TO-TLS-PORT', changes: [WITHOUT_POLICY] },
  {
    code: 'TLS-SERVER-NAME-REJECTED',
    changes: [
      [POLICY, /hostname: .*/, 'hostname: other.shop.example'],
      [
        SERVICE,
        '  catalog.conf: |\n',
        '  catalog.conf: |\n    server {\n        listen 8443 ssl;\n        server_name other.shop.example;\n        ssl_reject_handshake on;\n    }\n',
      ],
    ],
  },
  {
    code: 'TLS-CLIENT-CERT-MISSING',
    changes: [[GATEWAY, / {2}tls:\n(?: {4,}.*\n)+/, '']],
  },
];

/** What the gateway presents. */
function clientPair(leaf: string): readonly Change[] {
  return [
    [
      GATEWAY,
      /data:\n {2}tls\.crt: .*\n {2}tls\.key: .*\n/,
      `stringData:\n  tls.crt: |\n{{${leaf}}}  tls.key: |\n{{leafKey}}`,
    ],
  ];
}
