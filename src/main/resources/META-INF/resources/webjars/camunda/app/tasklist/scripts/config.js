// Tasklist as Recourse's people see it.
import { loadable } from '/recourse/scripts/plugins.js';

export default {
  app: { name: 'Tasklist', vendor: 'Recourse' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  dateFormat: { normal: 'ddd D MMM, HH:mm', long: 'LLLL' },
  customScripts: await loadable('tasklist', [
    'scripts/recourse-cards.js',
    'scripts/recourse-case-actions.js',
    'scripts/recourse-case-file.js',
    'scripts/recourse-drafts.js',
    'scripts/recourse-keys.js',
    'scripts/recourse-exits.js',
    'scripts/recourse-next-step.js',
    'scripts/recourse-notices.js',
    'scripts/recourse-absence.js',
    'scripts/recourse-payments.js',
    'scripts/recourse-classification.js'
  ])
};
