// Tasklist and Cockpit do not start when a script fails to load: each is tried first and left out when it does.
const BUST = '?bust=7.24.0'; // as they add it: the same address is the same module

/** Those of an application's plugins that load. */
export async function loadable(application, plugins) {
  const tried = await Promise.allSettled(plugins.map((plugin) => import(`/camunda/app/${application}/${plugin}${BUST}`)));
  tried.forEach((result, n) => result.status === 'rejected' && console.error(plugins[n], result.reason));
  return plugins.filter((plugin, n) => tried[n].status === 'fulfilled');
}
