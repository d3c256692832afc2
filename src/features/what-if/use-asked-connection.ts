import { useMemo } from 'react';
import type { AskedConnection } from '../../core/what-if/questions.ts';
import { useCurrentConnection, useStudio } from '../../state/index.ts';

/** The connection on show in the documents themselves, and its name; null when there is none. */
export function useAskedConnection(): (AskedConnection & { readonly label: string }) | null {
  const workspace = useStudio((state) => state.workspace);
  const lens = useStudio((state) => state.view.lens);
  const connection = useCurrentConnection();
  const connectionId = connection?.connection.id;
  const label = connection?.label ?? '';
  return useMemo(
    () => (connectionId === undefined ? null : { workspace, lens, connectionId, label }),
    [workspace, lens, connectionId, label],
  );
}
