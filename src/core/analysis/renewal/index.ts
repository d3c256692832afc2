export { planRenewal, type RenewalPlan } from './plan-renewal.ts';
export { firstRenewal, missingName, renewalTask, type RenewalDraft } from './renewal-draft.ts';
export type { CertificateAgain, ReplacedCertificate } from './replace-certificate.ts';
