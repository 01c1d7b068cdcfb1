// Tasklist and Cockpit do not start when a script fails to load: each is tried first and left out when it does.
const BUST = '?bust=7.24.0'; // as they add it: the same address is the same module

/** Those of an application's plugins that load. */
export async function loadable(application, plugins) {
  const tried = await Promise.allSettled(plugins.map((plugin) => import(`/camunda/app/${application}/${plugin}${BUST}`)));
  tried.forEach((result, n) => result.status === 'rejected' && console.error(plugins[n], result.reason));
  return plugins.filter((plugin, n) => tried[n].status === 'fulfilled');
}

const there = async (address) => (await fetch(address, { method: 'HEAD' })).ok;

/**
 * The languages of ours in which the application has texts of its own, too; it keeps to its own fallback without any. The
 * reader's is its own fallback: of two files that are loaded, the one that comes last would decide how times are told.
 */
export async function languages(application) {
  try {
    const ours = await (await fetch('/api/texts')).json();
    const spoken = await Promise.all(ours.map((language) => there(`/camunda/app/${application}/locales/${language}.json${BUST}`)));
    const both = ours.filter((language, n) => spoken[n]);
    const readers = navigator.languages[0].split('-')[0].toLowerCase();
    return { availableLocales: both, ...(both.includes(readers) && { fallbackLocale: readers }) };
  } catch (unreachable) {
    return {};
  }
}

/** How the application writes a date: as the reader's language says, else as it does by itself. */
export async function dateFormat() {
  try {
    const { t } = await import('./texts.js');
    return { normal: t('format.card-date'), long: 'LLLL' };
  } catch (unreachable) {
    return {};
  }
}
