// Cockpit as Recourse's people see it. The number behind a script's name is a hash of its content, because browsers keep
// scripts for as long as the engine's version stays the same; PluginNamesTest says the new name when it has to change.
export default {
  app: { name: 'Cockpit', vendor: 'Recourse' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  customScripts: [
    'scripts/recourse-budget.929d8a7b.js',
    'scripts/recourse-ui.1ef78d2d.js',
    'scripts/recourse-escalations.60d76f2b.js',
    'scripts/recourse-figures.8291eb5b.js'
  ]
};
