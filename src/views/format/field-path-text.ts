export { fieldText as fieldPathText } from '../../core/gateway-api/make-finding.ts';
