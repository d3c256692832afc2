import { FolderOpen } from 'lucide-react';
import type { MaterialRole, MaterialRow } from '../../../core/authoring/index.ts';
import { Button, Select, VerdictShape, type ShapeName } from '../../../ui/index.ts';
import { Glyph, type GlyphName } from '../../../views/index.ts';
import type { Setup } from '../model/use-setup.ts';

const NONE = 'none';

const words: Readonly<Record<MaterialRole, { title: string; glyph: GlyphName }>> = {
  'server-chain': { title: 'Certificate of the backend', glyph: 'certificate' },
  'server-key': { title: 'Key of the backend', glyph: 'secret' },
  'server-ca': { title: 'CA the gateway trusts', glyph: 'trust' },
  'client-chain': { title: 'Client certificate of the gateway', glyph: 'certificate' },
  'client-key': { title: 'Key of the gateway', glyph: 'secret' },
  'client-ca': { title: 'CA the backend trusts', glyph: 'trust' },
};

const shapes: Readonly<Record<MaterialRow['state'], ShapeName>> = {
  fits: 'ok',
  missing: 'idle',
  doubtful: 'warning',
  wrong: 'error',
};

/** One row a role: the file that is taken, proposed or chosen, and what it comes to. */
export function MaterialRows(props: {
  setup: Setup;
  rows: readonly MaterialRow[];
  onOpenFiles: () => void;
}) {
  const { setup, rows, onOpenFiles } = props;
  return (
    <>
      <ul className="slots">
        {rows.map((row) => (
          <Row key={row.role} row={row} setup={setup} />
        ))}
      </ul>
      <div className="q-line">
        <Button icon={FolderOpen} onClick={onOpenFiles}>
          Open files
        </Button>
        <span className="mut">or drop them anywhere. They are proposed for the rows they fit.</span>
      </div>
    </>
  );
}

/** Whether the setup cannot be written with the row as it is. */
export function isOpenRow({ need, state }: MaterialRow): boolean {
  return state === 'wrong' || (state === 'missing' && need === 'needed');
}

function Row({ row, setup }: { row: MaterialRow; setup: Setup }) {
  const { role, need, blobId, isProposed, candidates, state, says } = row;
  const { title, glyph } = words[role];
  const options = [
    { value: NONE, label: 'None' },
    ...candidates.map((one) => ({ value: one.blobId, label: one.label })),
  ];
  return (
    <li
      className={blobId === null ? 'slot open' : 'slot'}
      data-blocking={isOpenRow(row) ? true : undefined}
      tabIndex={-1}
    >
      <span className="g">
        <Glyph name={glyph} />
      </span>
      <span>
        <b>
          {title}
          {need === 'optional' ? <small> optional</small> : null}
        </b>
        <span className="d">
          <VerdictShape shape={shapes[state]} size="xs" />
          <span>
            {says}
            {isProposed ? ' Proposed.' : ''}
          </span>
        </span>
      </span>
      <Select
        size="sm"
        label={`File for ${title}`}
        value={blobId ?? NONE}
        options={options}
        onChange={(next) => {
          setup.pick(role, next === NONE ? null : next);
        }}
      />
    </li>
  );
}
