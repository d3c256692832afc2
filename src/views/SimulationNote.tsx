import { useStudio } from '../state/index.ts';

/** Beside what edits while a variant is on show: which one, and what that means for the edit. */
export function SimulationNote({ says }: { says: string }) {
  const simulation = useStudio(({ view }) => view.simulation);
  if (simulation === null) return null;
  return (
    <p className="hint" role="note">
      Simulated: {simulation.title}. {says}
    </p>
  );
}
