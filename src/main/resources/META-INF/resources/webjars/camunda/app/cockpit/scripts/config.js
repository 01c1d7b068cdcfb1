// Cockpit as Recourse's people see it. The number behind a script's name is a hash of its content, because browsers keep
// scripts for as long as the engine's version stays the same; PluginNamesTest says the new name when it has to change.
export default {
  app: { name: 'Cockpit', vendor: 'Recourse' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  customScripts: [
    'scripts/recourse-budget.c024535a.js',
    'scripts/recourse-ui.f6155070.js',
    'scripts/recourse-escalations.d9da9eab.js',
    'scripts/recourse-figures.95fa2df8.js'
  ]
};
