import type { Analysis, ObjectSummary } from '../../analysis/index.ts';
import { IMPLEMENTATION_IDS, type Workspace } from '../../model/index.ts';
import { optionsOf } from '../dates/forecast.ts';
import { outlooksOf } from '../outlooks.ts';
import type { Outlook, WhatIfContext } from '../types.ts';
import type { FindingLine, ObjectChange, OutlookChange, StateComparison } from './types.ts';

/** One side: a workspace and what the analysis makes of it. */
interface State {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
}

/** Analyses both workspaces and tells what differs: verdicts, findings, objects. */
export async function compareStates(
  before: Workspace,
  after: Workspace,
  context: WhatIfContext,
): Promise<StateComparison> {
  const options = optionsOf(context);
  context.onProgress?.(0, 2);
  const first = { workspace: before, analysis: await context.analyze(before, options) };
  context.onProgress?.(1, 2);
  const second = { workspace: after, analysis: await context.analyze(after, options) };
  return {
    outlooks: outlookChanges(first.analysis, second.analysis),
    findings: {
      gone: findingsOnlyIn(first.analysis, second.analysis),
      new: findingsOnlyIn(second.analysis, first.analysis),
    },
    objects: objectChanges(first, second),
    at: { before: first.analysis.at, after: second.analysis.at },
  };
}

function outlookChanges(before: Analysis, after: Analysis): readonly OutlookChange[] {
  const labels = new Map(
    [...before.connections, ...after.connections].map(({ connection, label }) => [
      connection.id,
      label,
    ]),
  );
  return [...labels].flatMap(([connectionId, label]) => {
    const earlier = outlooksOf(before, connectionId);
    const later = outlooksOf(after, connectionId);
    return IMPLEMENTATION_IDS.flatMap((id) => {
      const [a, b] = [earlier, later].map(
        (all) => all.find(({ implementation }) => implementation === id) ?? null,
      );
      if (a === undefined || b === undefined || (a === null && b === null)) return [];
      return [{ connectionId, label, before: a, after: b, changed: !isSame(a, b) }];
    });
  });
}

function isSame(a: Outlook | null, b: Outlook | null): boolean {
  return a?.verdict === b?.verdict && a?.headline === b?.headline && a?.log?.text === b?.log?.text;
}

function findingsOnlyIn(one: Analysis, other: Analysis): readonly FindingLine[] {
  const known = new Set(other.findings.map(({ id }) => id));
  return one.findings
    .filter(({ id }) => !known.has(id))
    .map(({ id, code, severity, title }) => ({ id, code, severity, title }));
}

function objectChanges(before: State, after: State): readonly ObjectChange[] {
  const [earlier, later] = [textsByKey(before), textsByKey(after)];
  const gone = [...earlier].filter(([key]) => !later.has(key));
  return [
    ...gone.map(([, { object }]) => changeOf(object, 'removed')),
    ...[...later].flatMap(([key, { object, text }]) => {
      const known = earlier.get(key);
      if (known?.text === text) return [];
      return [changeOf(object, known === undefined ? 'added' : 'edited')];
    }),
  ];
}

/** The definitions that win, with the text of each. */
function textsByKey({
  workspace,
  analysis,
}: State): ReadonlyMap<string, { readonly object: ObjectSummary; readonly text: string }> {
  const files = new Map(workspace.files.map(({ id, text }) => [id, text]));
  return new Map(
    analysis.objects
      .filter(({ shadowed }) => !shadowed)
      .map((object) => {
        const { fileId, range } = object.at;
        const text = (files.get(fileId) ?? '').slice(range.start, range.end).trim();
        return [object.key, { object, text }];
      }),
  );
}

function changeOf(
  { key, kind, name, namespace }: ObjectSummary,
  change: ObjectChange['change'],
): ObjectChange {
  return { key, kind, name, namespace, change };
}
