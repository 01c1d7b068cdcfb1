// Tasklist as Recourse's people see it.
import { dateFormat, languages, loadable } from '/recourse/scripts/plugins.js';

export default {
  app: { name: 'Tasklist', vendor: 'Recourse' },
  locales: await languages('tasklist'),
  dateFormat: await dateFormat(),
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
