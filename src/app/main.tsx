import '../ui/layers.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startAnalysis, startKeeping } from '../state/index.ts';
import { App } from './App.tsx';
import { preloadFeatures } from './features.ts';
import { now } from './clock.ts';
import { startDeviceSettings } from './start-device-settings.ts';
import { startTheme } from './theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');

startTheme();
startDeviceSettings();
startAnalysis(now);
startKeeping(now);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
setTimeout(preloadFeatures, 300);
