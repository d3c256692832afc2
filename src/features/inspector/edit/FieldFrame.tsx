import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Icon, VisuallyHidden } from '../../../ui/index.ts';

/** Folds the fields of a frame away; folded, it says on one line what they hold. */
export interface Fold {
  readonly open: boolean;
  readonly summary: string;
  readonly toggle: () => void;
}

/** A named frame around fields, with what is wrong with the whole and what can be done with it. */
export function FieldFrame(props: {
  label: string;
  /** What is seen of the label: the number of an item. */
  number?: number;
  fold: Fold | null;
  problems: readonly string[];
  tools: ReactNode;
  children: ReactNode;
}) {
  const { label, number, fold, problems, tools, children } = props;
  const id = useId();
  const open = fold?.open ?? true;
  const shown =
    number === undefined ? (
      label
    ) : (
      <>
        <VisuallyHidden>{label}</VisuallyHidden>
        <span aria-hidden="true">{number}</span>
      </>
    );
  return (
    <div className="fld-group" role="group" aria-labelledby={id}>
      <div className="fld-h">
        {fold === null ? (
          <p className="lbl grow" id={id}>
            {shown}
          </p>
        ) : (
          <button type="button" className="fld-fold" aria-expanded={open} onClick={fold.toggle}>
            <Icon of={ChevronRight} size="xs" />
            <span className="lbl" id={id}>
              {shown}
            </span>
            {open ? null : <span className="sum mono trunc">{fold.summary}</span>}
          </button>
        )}
        {tools}
      </div>
      {problems.map((title) => (
        <p key={title} className="hint bad">
          {title}
        </p>
      ))}
      {open ? <div className="fields">{children}</div> : null}
    </div>
  );
}
