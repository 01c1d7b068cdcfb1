// Tasklist as Recourse's people see it. The number behind a script's name is a hash of its content, because browsers
// keep scripts for as long as the engine's version stays the same; node docs/rename-plugins.mjs renames what changed.
// Tasklist does not start when a script fails to load, so each is tried here first and left out when it does.
const plugins = [
  'scripts/recourse-cards.18347d56.js',
  'scripts/recourse-case-actions.ef44f88c.js',
  'scripts/recourse-case-file.5bc74061.js',
  'scripts/recourse-drafts.5ec11523.js',
  'scripts/recourse-keys.e130c2f1.js',
  'scripts/recourse-exits.23d75d49.js',
  'scripts/recourse-next-step.a8dbfafc.js',
  'scripts/recourse-notices.6c23627b.js',
  'scripts/recourse-absence.1c894cdd.js',
  'scripts/recourse-payments.af241ace.js',
  'scripts/recourse-classification.f3a17981.js'
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
