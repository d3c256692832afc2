export { DataPlanePanel } from './DataPlanePanel.tsx';
