export { keepableText, type KeptText } from './keepable-text.ts';
export { fullText, type SecretText } from './full-text.ts';
export { readKept, type KeptReading } from './read-kept.ts';
