import type { ConnectionEnds } from '../../analysis/index.ts';
import type { Workspace } from '../../model/index.ts';
import { encodePem, type Certificate, type Material } from '../../pki/index.ts';
import { asOf } from '../as-of.ts';
import { certificatesIn } from '../connection-sides.ts';
import { optionsOf } from '../dates/forecast.ts';
import { Draft } from '../draft.ts';
import { outlooksOf } from '../outlooks.ts';
import { beside, writePair } from '../put-material.ts';
import type { Variant, WhatIfContext } from '../types.ts';
import { newAuthority, type NewAuthority } from './new-authority.ts';
import { rotationOrders, stepTitle } from './orders.ts';
import { reloadFacts } from './reload-facts.ts';
import { rotationParts, type RotationParts } from './rotation-parts.ts';
import type {
  Bundle,
  Leaf,
  Rotation,
  RotationRefused,
  RotationSide,
  RotationState,
  RotationStep,
} from './types.ts';

interface Rehearsal extends NewAuthority {
  readonly side: RotationSide;
  readonly workspace: Workspace;
  readonly ends: ConnectionEnds;
  readonly parts: RotationParts;
  /** CAs of the bundle that issued what is presented now. */
  readonly anchors: readonly Certificate[];
}

/**
 * Plays the rotation of one CA: issues the new CA and the new leaf beside the old ones, in memory, and asks the real analysis about
 * every combination of what is trusted and what is presented.
 *
 * @throws (rejects) what `checkpoint` does
 */
export async function rehearseRotation(
  side: RotationSide,
  workspace: Workspace,
  ends: ConnectionEnds,
  context: WhatIfContext,
): Promise<Rotation | RotationRefused> {
  const parts = rotationParts(side, ends);
  if ('refusal' in parts) return { kind: 'refused', side, reason: parts.refusal };
  const presented = certificatesIn(parts.chain.pem);
  const [leaf] = presented;
  if (leaf === undefined)
    return { kind: 'refused', side, reason: 'What is presented holds no certificate.' };
  const at = asOf(workspace, context);
  const anchors = anchorsOf(presented, parts);
  const oldCa = nameOf(anchors[0]) ?? leaf.issuer.text;
  const authority = await newAuthority(leaf, oldCa, { at, crypto: context.crypto });
  const rehearsal: Rehearsal = { ...authority, side, workspace, ends, parts, anchors };
  return {
    kind: 'rehearsed',
    side,
    oldCa,
    newCa: nameOf(authority.ca.certificate) ?? '',
    steps: stepsOf(rehearsal),
    states: await playStates(rehearsal, context),
    orders: rotationOrders(side),
  };
}

/** The trusted certificates that what is presented leads to; all of them where it leads to none. */
function anchorsOf(
  presented: readonly Certificate[],
  parts: RotationParts,
): readonly Certificate[] {
  const trusted = parts.trust.flatMap(({ pem }) => certificatesIn(pem));
  const issuers = new Set(presented.map(({ issuer }) => issuer.canonical));
  const sent = new Set(presented.map(({ fingerprint }) => fingerprint));
  const found = trusted.filter(
    ({ subject, fingerprint }) => issuers.has(subject.canonical) || sent.has(fingerprint),
  );
  return found.length === 0 ? trusted : found;
}

function nameOf(certificate: Certificate | undefined): string | undefined {
  const text = certificate?.subject.text;
  return text === undefined ? undefined : (/CN\s*=\s*([^,+/]+)/.exec(text)?.[1]?.trim() ?? text);
}

function stepsOf(rehearsal: Rehearsal): readonly RotationStep[] {
  const { side, ends } = rehearsal;
  // Each with the combination that it comes to, and the one that has its own changes alone.
  const states = [
    ['trust-both', ['both', 'old'], ['both', 'old']],
    ['new-leaf', ['both', 'new'], ['old', 'new']],
    ['drop-old', ['new', 'new'], ['new', 'old']],
  ] as const;
  return states.map(([id, [bundle, leaf], [ownBundle, ownLeaf]]) => {
    const title = stepTitle(id, side);
    const { changed } = variantWith(ownBundle, ownLeaf, rehearsal, title);
    const variant = { ...variantWith(bundle, leaf, rehearsal, title), changed };
    return { id, title, reload: reloadFacts(id, side, ends), variant };
  });
}

async function playStates(
  rehearsal: Rehearsal,
  context: WhatIfContext,
): Promise<readonly RotationState[]> {
  const pairs = (['old', 'both', 'new'] as const).flatMap((bundle) =>
    (['old', 'new'] as const).map((leaf) => ({ bundle, leaf })),
  );
  const states: RotationState[] = [];
  for (const [done, pair] of pairs.entries()) {
    context.onProgress?.(done, pairs.length);
    await context.checkpoint?.();
    const { workspace } = variantWith(pair.bundle, pair.leaf, rehearsal, '');
    const analysis = await context.analyze(workspace, optionsOf(context));
    states.push({ ...pair, outlooks: outlooksOf(analysis, rehearsal.ends.connection.id) });
  }
  return states;
}

function variantWith(bundle: Bundle, leaf: Leaf, rehearsal: Rehearsal, title: string): Variant {
  const { workspace, ends, parts, side } = rehearsal;
  const draft = new Draft(workspace, ends);
  const named = side === 'server';
  for (const [index, material] of parts.trust.entries()) {
    const pem = bundleText(bundle, material, index === 0, rehearsal);
    if (pem === material.pem || draft.write(material, pem)) continue;
    if (!named) draft.assign('clientCa', pem);
  }
  if (leaf === 'new') writePair(draft, parts, rehearsal.leaf, named);
  return draft.finish(title);
}

/** One text of the bundle: the first gets the new CA, all of them lose the old one. */
function bundleText(
  bundle: Bundle,
  { pem }: Material,
  first: boolean,
  { ca, anchors }: Rehearsal,
): string {
  switch (bundle) {
    case 'old':
      return pem;
    case 'both':
      return first ? beside(pem, ca.certificatePem) : pem;
    case 'new': {
      const gone = new Set(anchors.map(({ fingerprint }) => fingerprint));
      const left = certificatesIn(pem).filter(({ fingerprint }) => !gone.has(fingerprint));
      const kept = left.map(({ der }) => encodePem('CERTIFICATE', der)).join('');
      // A key may not stay empty: a text that held the old CA alone holds the new one.
      return first || kept === '' ? kept + ca.certificatePem : kept;
    }
    default:
      return bundle satisfies never;
  }
}
