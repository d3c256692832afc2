import { BookOpen } from 'lucide-react';
import { checkOf } from '../../core/analysis/pages/index.ts';
import { studio } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { AboutCheck } from '../../views/check/index.ts';

/** The page of a code inside the inspector, and the way to the list that it stands in. */
export function AboutPage({ code, source }: { code: string; source: string }) {
  const check = checkOf(code);
  if (check === undefined) return <p className="why">{source}</p>;
  return (
    <div className="about-page">
      <AboutCheck check={check} source={source} />
      <Button
        size="sm"
        variant="quiet"
        icon={BookOpen}
        onClick={() => {
          studio.openChecks(code);
        }}
      >
        {code} in all checks
      </Button>
    </div>
  );
}
