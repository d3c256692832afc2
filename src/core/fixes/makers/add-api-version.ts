import { DEFAULT_CRDS } from '../../model/index.ts';
import { knownKinds } from '../../schema/index.ts';
import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** More versions than these are no help. */
const MOST = 3;

/** Writes an apiVersion of the kind that the document names, the stable one first. */
export const addApiVersion: FixMaker = ({ at, params }, { workspace }) => {
  const file = workspace.files.find(({ id }) => id === at?.fileId);
  const kind = params.object?.split(' ')[0];
  if (at === undefined || file === undefined || kind === undefined || params.found !== undefined)
    return [];
  const known = knownKinds(workspace.options.crds ?? DEFAULT_CRDS).filter(
    (one) => one.kind === kind,
  );
  const versions = known.map(({ group, version }) =>
    group === '' ? version : `${group}/${version}`,
  );
  return versions.slice(0, MOST).flatMap((apiVersion) => {
    const range = { start: at.range.start, end: at.range.start };
    const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
    const text = `apiVersion: ${apiVersion}${eol}`;
    return oneFix(`Add apiVersion ${apiVersion} to ${params.object ?? kind}`, [
      { fileId: file.id, range, text },
    ]);
  });
};
