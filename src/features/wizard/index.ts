export { NewSetup, type NewSetupProps } from './NewSetup.tsx';
