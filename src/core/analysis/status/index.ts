export { conditionVerdict } from './condition-verdict.ts';
export { judgeStatus, type StatusJudgement } from './judge-status.ts';
export { reasonMeaning } from './reason-meanings.ts';
export type * from './types.ts';
