export { NGINX_PROFILES, type NginxProfile } from './exchange/profile.ts';
export { runExchange } from './exchange/run-exchange.ts';
export type {
  BackendSide,
  ExchangeEnd,
  ExchangeFacts,
  ExchangeRequest,
  ExchangeResult,
  GatewaySide,
  ServerBlock,
} from './exchange/types.ts';
export { handshakeWording, type HandshakeFindingCode } from './findings.ts';
export { mergeFindings } from './findings/merge-findings.ts';
export type { HandshakeRequest, WorkspaceCertificate } from './request.ts';
export { examineHandshake, runHandshake, type ExaminedHandshake } from './run-handshake.ts';
export type * from './types.ts';
export { uncheckedHandshake, type UncheckedRequest } from './unchecked-handshake.ts';
