export { GraphPanel } from './GraphPanel.tsx';
export { GraphPreview } from './GraphPreview.tsx';
