import { useEffect, useState } from 'react';
import type { ObjectForm } from '../../../core/edits/index.ts';
import { askForm, useStudio } from '../../../state/index.ts';

/** The form of an object, asked for again after every change; the last one stays until the next is there. */
export function useForm(objectKey: string): ObjectForm | 'none' | null {
  const revision = useStudio((state) => state.revision);
  const [known, setKnown] = useState<{ key: string; form: ObjectForm | 'none' } | null>(null);
  useEffect(() => {
    let current = true;
    askForm(objectKey).then(
      (form) => {
        if (current) setKnown({ key: objectKey, form: form ?? 'none' });
      },
      () => {
        // The worker was stopped: the next change asks again.
      },
    );
    return () => {
      current = false;
    };
  }, [objectKey, revision]);
  return known?.key === objectKey ? known.form : null;
}
