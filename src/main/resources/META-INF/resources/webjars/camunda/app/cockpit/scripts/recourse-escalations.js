// Cases in Cockpit: the pages #/escalations and #/escalations/{caseNumber}, and the ways to them.
import { element, t } from '/recourse/scripts/kit.js';
import { askEngine, link } from './recourse-pages.js';
import { casePage } from './recourse-case-page.js';
import { searchPage } from './recourse-case-search.js';

/** From an instance in Cockpit back to its case. */
async function caseOf(node, processInstanceId) {
  const instance = await askEngine(`/process-instance/${encodeURIComponent(processInstanceId)}`);
  if (instance.businessKey)
    element(
      element(node, 'p', { style: 'padding: 1em' }),
      'a',
      { href: `#/escalations/${instance.businessKey}` },
      `${t('ui.escalations.title')}: ${instance.businessKey}`
    );
}

export default [
  {
    id: 'recourse.escalations.page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/escalations' },
    render: (node) => {
      searchPage(node);
    }
  },
  {
    id: 'recourse.escalations.case',
    pluginPoint: 'cockpit.route',
    properties: { path: '/escalations/:caseNumber' },
    render: (node) => {
      casePage(node);
    }
  },
  {
    id: 'recourse.escalations.back',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 1,
    properties: { label: t('ui.case') },
    render: (node, { processInstanceId }) => {
      caseOf(node, processInstanceId).catch(() => {});
    }
  },
  {
    id: 'recourse.escalations.link',
    pluginPoint: 'cockpit.navigation',
    priority: 30,
    properties: { path: '#/escalations' },
    render: link('cases', '/escalations', t('ui.escalations.title'))
  }
];
