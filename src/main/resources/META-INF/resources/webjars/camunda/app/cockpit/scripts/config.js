// Cockpit as Recourse's people see it.
import { languages, loadable } from '/recourse/scripts/plugins.js';

export default {
  app: { name: 'Cockpit', vendor: 'Recourse' },
  locales: await languages('cockpit'),
  customScripts: await loadable('cockpit', [
    'scripts/recourse-budget.js',
    'scripts/recourse-escalations.js',
    'scripts/recourse-figures.js',
    'scripts/recourse-releases.js'
  ])
};
