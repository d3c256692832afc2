export { filesOfItem, stemOf, type IssuedFile } from './file-names.ts';
export { isCa } from './is-ca.ts';
export { issueOrder, orderName, requestOrder } from './issue-order.ts';
export { orderProblems, type OrderProblem } from './order-problems.ts';
export { readNames, type ReadNames } from './read-names.ts';
export { renewCertificate, useOf } from './renew-certificate.ts';
export { runKeyTask } from './run-key-task.ts';
export { titleOfIssuer, titleOfSubject } from './title-of-subject.ts';
export type * from './types.ts';
