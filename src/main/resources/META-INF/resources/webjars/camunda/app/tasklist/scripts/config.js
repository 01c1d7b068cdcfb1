// Tasklist as Recourse's people see it. The number behind a script's name is a hash of its content, because browsers
// keep scripts for as long as the engine's version stays the same; PluginNamesTest says the new name when it has to change.
export default {
  app: { name: 'Recourse', vendor: 'Tasklist' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  dateFormat: { normal: 'ddd D MMM, HH:mm', long: 'LLLL' },
  customScripts: ['scripts/recourse-cards.13093fc4.js', 'scripts/recourse-next-step.d61d932c.js', 'scripts/recourse-absence.1c894cdd.js']
};
