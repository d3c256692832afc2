import { studio } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import type { Analysis } from '../../core/analysis/types.ts';

/** No implementation to ask: offers all of them. */
export function NoImplementation({ analysis }: { analysis: Analysis }) {
  return (
    <EmptyState
      title="Whose conditions?"
      action={
        <div className="ask">
          {analysis.implementations.map(({ implementation, name }) => (
            <Button
              key={implementation}
              size="sm"
              onClick={() => {
                studio.setLens(implementation);
              }}
            >
              {name}
            </Button>
          ))}
        </div>
      }
    >
      These files do not say which gateway runs them. Choose one to see the conditions that its
      controller would write.
    </EmptyState>
  );
}

/** Implementations, but nothing they would write a condition on. */
export function NoConditions({ names }: { names: string }) {
  return (
    <EmptyState title="No conditions to predict">
      {names} writes conditions on Gateways, routes and policies. Add a Gateway, and a route or
      policy that leads to it.
    </EmptyState>
  );
}
