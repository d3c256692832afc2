import { Component, type ReactNode } from 'react';
import { Button, EmptyState } from '../ui/index.ts';

interface Props {
  /** What is missing while the fault lasts: `graph`, `editor`. */
  name: string;
  children: ReactNode;
}

interface State {
  fault: string | null;
}

/** Keeps a fault of one part from taking the page down; the rest, and the workspace, go on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <EmptyState
        title={`The ${this.props.name} could not be drawn`}
        action={
          <Button
            onClick={() => {
              this.setState({ fault: null });
            }}
          >
            Draw again
          </Button>
        }
      >
        {fault} This is a fault of the studio; your files are unchanged.
      </EmptyState>
    );
  }
}
