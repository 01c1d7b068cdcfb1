// Tasklist as Recourse's people see it. The number behind a script's name is a hash of its content, because browsers
// keep scripts for as long as the engine's version stays the same; node docs/rename-plugins.mjs renames what changed.
// Tasklist does not start when a script fails to load, so each is tried here first and left out when it does.
const plugins = [
  'scripts/recourse-cards.fb9581c5.js',
  'scripts/recourse-case-actions.0fe668e6.js',
  'scripts/recourse-case-file.515c12e6.js',
  'scripts/recourse-drafts.d8cb5972.js',
  'scripts/recourse-keys.49724c0e.js',
  'scripts/recourse-exits.24956790.js',
  'scripts/recourse-next-step.2ad98f34.js',
  'scripts/recourse-notices.3cdabe54.js',
  'scripts/recourse-absence.1c894cdd.js',
  'scripts/recourse-payments.6e7fe658.js',
  'scripts/recourse-classification.e888060f.js'
];
const bust = '?bust=7.24.0'; // as Tasklist adds it: the same address is the same module
const tried = await Promise.allSettled(plugins.map((plugin) => import(`../${plugin}${bust}`)));
tried.forEach((result, n) => result.status === 'rejected' && console.error(plugins[n], result.reason));

export default {
  app: { name: 'Tasklist', vendor: 'Recourse' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  dateFormat: { normal: 'ddd D MMM, HH:mm', long: 'LLLL' },
  customScripts: plugins.filter((plugin, n) => tried[n].status === 'fulfilled')
};
