// Cockpit as Recourse's people see it. The number behind a script's name is a hash of its content, because browsers keep
// scripts for as long as the engine's version stays the same; PluginNamesTest says the new name when it has to change.
export default {
  app: { name: 'Recourse', vendor: 'Cockpit' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  customScripts: [
    'scripts/recourse-budget.c024535a.js',
    'scripts/recourse-ui.72ea6653.js',
    'scripts/recourse-escalations.ed47c328.js',
    'scripts/recourse-figures.53d4cf80.js'
  ]
};
