export { formatDate } from './format-date.ts';
export { joined } from './joined.ts';
