export { HandshakePanel } from './HandshakePanel.tsx';
