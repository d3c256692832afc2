export { DateBars } from './dates/DateBars.tsx';
export { WhatIfDialog } from './WhatIfDialog.tsx';
