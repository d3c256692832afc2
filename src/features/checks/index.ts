export { ChecksDialog } from './ChecksDialog.tsx';
