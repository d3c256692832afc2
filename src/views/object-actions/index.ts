export { actionOfKey } from './object-actions.ts';
export { ObjectContextMenu } from './ObjectContextMenu.tsx';
export { ObjectMenu } from './ObjectMenu.tsx';
