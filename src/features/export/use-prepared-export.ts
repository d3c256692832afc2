import { useEffect, useState } from 'react';
import type { ExportChoice, PreparedExport } from '../../core/export/index.ts';
import { prepareExport, useStudio } from '../../state/index.ts';

/** The export of the current workspace for `choice`; null while it is being made. */
export function usePreparedExport(choice: ExportChoice): PreparedExport | null {
  const revision = useStudio((state) => state.revision);
  const { format, order, keys } = choice;
  const wanted = `${String(revision)} ${format} ${order} ${keys}`;
  const [made, setMade] = useState<{ for: string; export: PreparedExport } | null>(null);
  useEffect(() => {
    let current = true;
    void prepareExport({ format, order, keys }).then((prepared) => {
      if (current) setMade({ for: wanted, export: prepared });
    });
    return () => {
      current = false;
    };
  }, [wanted, format, order, keys]);
  return made?.for === wanted ? made.export : null;
}
