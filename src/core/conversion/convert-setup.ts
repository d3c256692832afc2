import { implementationInfo } from '../implementations/index.ts';
import type { Workspace } from '../model/index.ts';
import { ConversionDraft } from './conversion-draft.ts';
import { lineEdits } from './line-edits.ts';
import { offerChanges } from './offers/offer-changes.ts';
import { optionsAfter } from './options-after.ts';
import { carryParameters } from './parameters/carry-parameters.ts';
import { ofGateway, placesOf, tuningsOf } from './parameters/tunings.ts';
import { ownTls } from './source/own-tls.ts';
import { presentedBy } from './source/presented.ts';
import { scopeOf, type Scope } from './source/scope.ts';
import { convertBackends } from './steps/convert-backends.ts';
import { convertClasses } from './steps/convert-classes.ts';
import { convertClientCertificates } from './steps/convert-client-certificates.ts';
import { convertOwnTls } from './steps/convert-own-tls.ts';
import { convertParameters } from './steps/convert-parameters.ts';
import { convertPolicies } from './steps/convert-policies.ts';
import { findIdle } from './steps/find-idle.ts';
import { leaveUnchecked } from './steps/leave-unchecked.ts';
import type { Conversion, ConversionRequest, IdleObject } from './types.ts';

/**
 * Converts the Gateways that one implementation runs, and what they reach, to another one: edits of the user's text that keep
 * comments and every other byte, and lists of what maps and of what cannot be said there. Nothing is thrown and nothing silently
 * dropped; without a Gateway of `from`, or for `from` itself, nothing changes.
 */
export function convertSetup(workspace: Workspace, request: ConversionRequest): Conversion {
  const draft = new ConversionDraft(workspace, request);
  const scope = scopeOf(draft);
  const isNothing = request.from === request.to || scope.gateways.length === 0;
  const idle = isNothing ? [] : convertAll(draft, scope);
  return conclude(draft, scope, workspace, idle, isNothing);
}

/** What is presented is read before the references that lead to it go. */
function convertAll(draft: ConversionDraft, scope: Scope): readonly IdleObject[] {
  const own = ownTls(draft, scope);
  const presented = presentedBy(draft, scope, own);
  const tunings = tuningsOf(draft, scope, own);
  const wide = scope.gateways.flatMap((key) => placesOf(ofGateway(draft, key)));
  convertParameters(draft, scope);
  convertClasses(draft, scope);
  const unchecked = convertOwnTls(draft, scope, own);
  convertClientCertificates(draft, presented);
  const moved = convertBackends(draft, scope);
  for (const one of unchecked) leaveUnchecked(draft, one, moved);
  convertPolicies(draft, scope, moved);
  carryParameters(draft, scope, { tunings, wide, moved });
  return findIdle(draft, scope);
}

function conclude(
  draft: ConversionDraft,
  scope: Scope,
  before: Workspace,
  idle: readonly IdleObject[],
  isNothing: boolean,
): Conversion {
  const { request, renamed, mapped, lost } = draft;
  const { gateways } = scope;
  const after = draft.source.workspace;
  const options = gateways.length === 0 ? {} : optionsAfter(draft, scope);
  const known = new Set(before.files.map(({ id }) => id));
  return {
    request,
    label: `Convert to ${implementationInfo[request.to].name}`,
    edits: before.files.flatMap(({ id, text }) =>
      lineEdits(id, text, after.files.find((file) => file.id === id)?.text ?? ''),
    ),
    files: after.files.filter(({ id }) => !known.has(id)),
    renamed,
    options,
    gateways,
    mapped,
    notExpressible: lost,
    offers: isNothing ? [] : offerChanges(draft, scope),
    idle,
    workspace: { ...after, options: { ...after.options, ...options } },
  };
}
