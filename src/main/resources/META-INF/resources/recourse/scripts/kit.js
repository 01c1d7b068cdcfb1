// What Recourse's scripts in Tasklist and Cockpit share.
export * from './dialogs.js';
export * from './elements.js';
export * from './figures.js';
export * from './requests.js';
export * from './texts.js';
