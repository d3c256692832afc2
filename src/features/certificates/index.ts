export { CertificateDialog } from './CertificateDialog.tsx';
