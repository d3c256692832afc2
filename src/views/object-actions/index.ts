export { actionOfKey, objectActions } from './object-actions.ts';
export { connectionBetween } from './connection-between.ts';
export { ObjectContextMenu } from './ObjectContextMenu.tsx';
export { ObjectMenu } from './ObjectMenu.tsx';
