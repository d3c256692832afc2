// Not in the index of the views: the texts of all checks come with a chunk of their own.
export { AboutCheck } from './AboutCheck.tsx';
