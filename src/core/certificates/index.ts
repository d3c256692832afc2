export { issueOrder, orderName, requestOrder } from './issue-order.ts';
export { renewCertificate, useOf } from './renew-certificate.ts';
export { runKeyTask } from './run-key-task.ts';
export { titleOfIssuer, titleOfSubject } from './title-of-subject.ts';
export type * from './types.ts';
