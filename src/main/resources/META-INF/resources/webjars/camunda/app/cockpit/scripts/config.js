// Cockpit as Recourse's people see it.
import { loadable } from '/recourse/scripts/plugins.js';

export default {
  app: { name: 'Cockpit', vendor: 'Recourse' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  customScripts: await loadable('cockpit', [
    'scripts/recourse-budget.js',
    'scripts/recourse-escalations.js',
    'scripts/recourse-figures.js',
    'scripts/recourse-releases.js'
  ])
};
