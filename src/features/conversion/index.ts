export { ConversionDialog } from './ConversionDialog.tsx';
