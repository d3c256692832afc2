import './objects.css';
import { useAnalysis, useStudio } from '../../state/index.ts';
import { AddTask } from './AddTask.tsx';
import { ConnectTask } from './ConnectTask.tsx';
import { CreateTask } from './CreateTask.tsx';
import { DeleteTask } from './DeleteTask.tsx';
import { MoveTask } from './MoveTask.tsx';
import { NamespaceTask } from './NamespaceTask.tsx';
import { NameTask } from './NameTask.tsx';

/** Where something is done with an object: which thing and which object is part of the view. */
export function ObjectDialog() {
  const task = useStudio((state) => state.view.objectTask);
  const objects = useAnalysis((state) => state.analysis?.objects ?? null) ?? [];
  if (task === null) return null;
  switch (task.do) {
    case 'rename':
      if (isNamespace(task.objectKey))
        return <NamespaceTask objectKey={task.objectKey} objects={objects} />;
      return <NameTask what="rename" objectKey={task.objectKey} objects={objects} />;
    case 'duplicate':
      return <NameTask what={task.do} objectKey={task.objectKey} objects={objects} />;
    case 'move':
      return <MoveTask objectKey={task.objectKey} objects={objects} />;
    case 'delete':
      return <DeleteTask objectKey={task.objectKey} />;
    case 'create':
      return <CreateTask objectKey={task.objectKey} />;
    case 'issue':
      // The dialog of certificates asks.
      return null;
    case 'connect':
      return <ConnectTask from={task.objectKey} to={task.to} objects={objects} />;
    case 'add':
      return <AddTask beside={task.objectKey} objects={objects} />;
    default:
      return task satisfies never;
  }
}

function isNamespace(objectKey: string): boolean {
  return objectKey.startsWith('/Namespace/');
}
