export { GraphPanel } from './GraphPanel.tsx';
