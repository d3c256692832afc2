import type { ObjectIndex } from '../../gateway-api/index.ts';
import { inspectMaterial, type Certificate, type InspectedMaterial } from '../../pki/index.ts';
import type { CertificatePlace } from '../types.ts';
import type { Memo } from '../memory/memo.ts';
import { expectedContent, objectTexts, type MaterialText } from './material-text.ts';

/** One text with what was found in it. */
export interface InventoryEntry {
  readonly text: MaterialText;
  readonly contents: InspectedMaterial;
}

/** A certificate and every place of the workspace where it stands. */
export interface HeldCertificate {
  readonly certificate: Certificate;
  readonly places: readonly CertificatePlace[];
}

/** All certificates and keys of the workspace: placed in objects or still lying on the shelf. */
export interface Inventory {
  readonly entries: readonly InventoryEntry[];
  /** By SHA-256 fingerprint. */
  readonly certificates: ReadonlyMap<string, HeldCertificate>;
}

/** Reads every Secret, ConfigMap and dropped file once; `remember` spares what was read before. */
export function takeInventory(
  index: ObjectIndex,
  blobs: readonly MaterialText[],
  remember: Memo<InspectedMaterial>,
): Inventory {
  const entries = [...objectTexts(index), ...blobs].map((text) => {
    const expects =
      text.owner.kind === 'object' ? expectedContent(text.owner.value.key) : ('any' as const);
    const contents = remember.get(`${expects}|${text.text}`, () =>
      inspectMaterial(text.text, expects),
    );
    return { text, contents };
  });
  return { entries, certificates: collect(entries) };
}

function collect(entries: readonly InventoryEntry[]): ReadonlyMap<string, HeldCertificate> {
  const held = new Map<string, { certificate: Certificate; places: CertificatePlace[] }>();
  for (const { text, contents } of entries) {
    for (const { certificate, block } of contents.certificates) {
      const place = placeOf(text, block);
      const known = held.get(certificate.fingerprint);
      if (known === undefined) held.set(certificate.fingerprint, { certificate, places: [place] });
      else known.places.push(place);
    }
  }
  return held;
}

function placeOf(text: MaterialText, block: number): CertificatePlace {
  return {
    kind: text.owner.kind,
    ownerId: text.ownerId,
    label: text.label,
    ...(text.field === undefined ? {} : { field: text.field }),
    block,
  };
}
