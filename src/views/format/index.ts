export { fieldPathText } from './field-path-text.ts';
export { count, groupThousands } from './count.ts';
export { day, daysBetween, distanceInWords } from './distance.ts';
export { formatDate, formatDateTime, isoDay } from './format-date.ts';
export { validityState, validityWords, type ValidityState } from './validity.ts';
export { implementationNames, modeWords, stepShape, stepWord, verdictWords } from './words.ts';
export { shortenLine } from './shorten-line.ts';
