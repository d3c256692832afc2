import './checks.css';
import { useState } from 'react';
import { checkOf, checks, findChecks } from '../../core/analysis/pages/index.ts';
import { studio, useStudio } from '../../state/index.ts';
import { Dialog, TextField } from '../../ui/index.ts';
import { CheckList } from './CheckList.tsx';
import { CheckPage } from './CheckPage.tsx';

/** Every check with its page. Which page is open is part of the view, so that any place can open one by its code. */
export function ChecksDialog() {
  const code = useStudio((state) => state.view.check);
  const [query, setQuery] = useState('');
  const open = code === null ? undefined : checkOf(code);
  const found = findChecks(query);
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="All checks"
      description={`${String(checks.length)} things that this app tells, and what each of them means.`}
      width={980}
    >
      <div className="all-checks" data-page={open === undefined ? 'closed' : 'open'}>
        <div className="checks-l">
          <TextField
            type="search"
            label="Filter checks"
            labelHidden
            placeholder="Code, gateway or word"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
          <p className="note" role="status">
            {found.length === checks.length
              ? 'All of them, by area'
              : `${String(found.length)} of ${String(checks.length)}`}
          </p>
          <CheckList checks={found} open={open?.code} />
        </div>
        <CheckPage key={open?.code} check={open} />
      </div>
    </Dialog>
  );
}
