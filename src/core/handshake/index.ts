export { handshakeWording, type HandshakeFindingCode } from './findings.ts';
export type { HandshakeRequest, WorkspaceCertificate } from './request.ts';
export { runHandshake } from './runHandshake.ts';
export type * from './types.ts';
export { uncheckedHandshake } from './uncheckedHandshake.ts';
