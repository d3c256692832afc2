export { ObjectDialog } from './ObjectDialog.tsx';
