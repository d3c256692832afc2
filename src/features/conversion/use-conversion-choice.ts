import { useMemo, useState } from 'react';
import type { ConversionRequest } from '../../core/conversion/types.ts';
import { implementationInfo } from '../../core/implementations/implementation-info.ts';
import { IMPLEMENTATION_IDS, type ImplementationId } from '../../core/model/index.ts';
import { useAnalysis, useStudio } from '../../state/index.ts';

/** What was chosen so far; what was not follows from the lens and from the files. */
export interface ConversionChoice {
  /** Null while no Gateway is known. */
  readonly request: ConversionRequest | null;
  /** Implementations that the files name. */
  readonly sources: readonly ImplementationId[];
  readonly change: (part: Partial<ConversionRequest>) => void;
}

/** From what the files name, to the lens or else to the next implementation in its newest release. */
export function useConversionChoice(): ConversionChoice {
  const [chosen, setChosen] = useState<Partial<ConversionRequest>>({});
  const implementations = useAnalysis((state) => state.analysis?.implementations);
  const lens = useStudio((state) => state.view.lens);
  const versions = useStudio((state) => state.workspace.options.versions);
  const sources = useMemo(
    () =>
      (implementations ?? [])
        .filter(({ gateways }) => gateways.length > 0)
        .map(({ implementation }) => implementation),
    [implementations],
  );
  const [first] = sources;
  const request = useMemo((): ConversionRequest | null => {
    const from = chosen.from ?? first;
    if (from === undefined) return null;
    const others = IMPLEMENTATION_IDS.filter((id) => id !== from);
    const wanted = chosen.to ?? lens;
    const to = others.find((id) => id === wanted) ?? others[0];
    if (to === undefined) return null;
    const { versions: known, defaultVersion } = implementationInfo[to];
    const version = known.find((one) => one === chosen.version) ?? versions[to] ?? defaultVersion;
    return { from, to, version, removeIdle: chosen.removeIdle ?? false };
  }, [chosen, first, lens, versions]);
  return {
    request,
    sources,
    change: (part) => {
      // Versions are those of one implementation.
      const { version, ...others } = chosen;
      const isSame = part.to === undefined && version !== undefined;
      setChosen({ ...others, ...(isSame && { version }), ...part });
    },
  };
}
