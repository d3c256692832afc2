// Writes Mozilla's trust list as Node ships it into the project: `node scripts/make-system-roots.mjs YYYY-MM-DD`.
// Run by hand when the list is renewed; the date and the Node version are kept beside the certificates.
import { writeFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';

const [date] = process.argv.slice(2);
if (!/^\d{4}-\d{2}-\d{2}$/.test(date ?? '')) {
  console.error('Usage: node scripts/make-system-roots.mjs YYYY-MM-DD');
  process.exit(2);
}
const target = new URL('../src/core/roots/mozilla-roots.generated.ts', import.meta.url);
const pem = rootCertificates.map((certificate) => certificate.trim()).join('\n');
writeFileSync(
  target,
  [
    '/** Made by scripts/make-system-roots.mjs from `tls.rootCertificates`. Not edited by hand. */',
    `export const mozillaRootsSource = { node: '${process.version}', taken: '${date}', count: ${String(rootCertificates.length)} } as const;`,
    '',
    '/** PEM of every certificate of the list. */',
    `export const mozillaRoots = \`${pem}\n\`;`,
    '',
  ].join('\n'),
);
