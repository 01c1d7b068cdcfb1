// The page #/escalations: finds cases, open and finished.
import { ask, day, download, element, person, t, table, word, zoneTold } from '/recourse/scripts/kit.js';
import { page, permission } from './recourse-pages.js';
import { CAUSES } from './recourse-causes.js';

const CHOICES = {
  state: ['open', 'settled', 'closed', 'withdrawn', 'joined'],
  outcome: ['agreed', 'accepted-no-change', 'final-accepted', 'final-refused', 'unreachable', 'withdrawn', 'closed-by-supervisor'],
  level: ['1', '2', '3'],
  cause: CAUSES,
  trigger: [
    'demand',
    'threat',
    'knowledge',
    'authority',
    'conduct',
    'angles-used-up',
    'safety',
    'vulnerability',
    'cannot-continue',
    'higher-level',
    'reopened'
  ],
  deadline: ['overdue', 'missed', 'in-time']
};
const ENUMERATIONS = {
  state: 'case-state',
  outcome: 'settlement',
  level: 'ui.escalations.level-of',
  cause: 'root-cause',
  trigger: 'hand-over-trigger',
  deadline: 'ui.deadline'
};
const USUAL = ['words', 'caseNumber', 'customer', 'person', 'from', 'to'];
const RARE = ['state', 'outcome', 'level', 'cause', 'trigger', 'deadline', 'product', 'team'];
const SIZE = 25;
const SEARCHES = '/api/escalations/searches';
const label = (name) => t(`ui.search.${name}`);
const head = (field) => t(`ui.found.${field}`);

function told({ total, cases }, first) {
  if (total === 0) return t('ui.escalations.found-none');
  if (total === 1) return t('ui.escalations.found-one');
  return t(total >= 1000 ? 'ui.escalations.found-many' : 'ui.escalations.found', total, first + 1, first + cases.length);
}

const asked = () => new URLSearchParams(location.hash.split('?')[1] || '');
const goTo = (query) => {
  location.hash = `#/escalations?${query}`;
};

function field(parent, name, query) {
  const place = element(parent, 'label', {}, label(name));
  if (!CHOICES[name]) {
    element(place, 'input', { name, type: name === 'from' || name === 'to' ? 'date' : 'text', value: query.get(name) || '' });
    return;
  }
  const select = element(place, 'select', { name });
  element(select, 'option', { value: '' }, t('ui.escalations.any'));
  CHOICES[name].forEach((value) =>
    element(select, 'option', { value, selected: query.get(name) === value }, word(ENUMERATIONS[name], value))
  );
}

function searchForm(body, query, say) {
  const form = element(body, 'form', { role: 'search', 'aria-label': t('ui.escalations.search') });
  const usual = element(form, 'div', { class: 'tools' });
  USUAL.forEach((name) => field(usual, name, query));
  element(usual, 'button', { class: 'btn btn-primary', type: 'submit' }, t('ui.escalations.search'));
  element(usual, 'button', { class: 'btn btn-default', type: 'button', onclick: () => goTo('') }, t('ui.escalations.clear'));
  const more = element(form, 'details', { class: 'more', open: RARE.some((name) => query.get(name)) });
  element(more, 'summary', {}, t('ui.escalations.more'));
  const rare = element(more, 'div', { class: 'tools' });
  RARE.forEach((name) => field(rare, name, query));
  const entered = () => {
    const given = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (value) given.set(name, value);
    });
    return given;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    goTo(entered());
  });
  const besides = element(body, 'details', { class: 'more' });
  element(besides, 'summary', {}, t('ui.escalations.tools'));
  saving(element(besides, 'div', { class: 'tools' }), entered, say);
  const tools = element(besides, 'div', { class: 'tools' });
  sampling(tools, entered, say, body);
  for (const [text, written] of [
    [t('ui.csv'), ''],
    [t('ui.excel'), '&for=excel']
  ]) {
    const get = () => download(`/api/escalations?${query}${written}`, 'text/csv', 'escalations.csv');
    const onclick = () => get().catch((e) => say(t('ui.failed', e.message)));
    element(tools, 'button', { class: 'btn btn-default', type: 'button', onclick }, text);
  }
}

/** The reader's own searches, kept on the server: they are there on every machine. */
async function saving(tools, entered, say) {
  let searches = [];
  const list = element(element(tools, 'label', {}, t('ui.escalations.saved')), 'select', {
    onchange: (event) => {
      const chosen = searches.find((each) => each.name === event.target.value);
      if (chosen) goTo(chosen.query);
    }
  });
  const show = (kept) => {
    searches = kept;
    list.replaceChildren();
    element(list, 'option', { value: '' }, '–');
    searches.forEach((each) => element(list, 'option', { value: each.name }, each.name));
  };
  const change = (path, how) =>
    ask(path, how)
      .then(show)
      .catch((e) => say(t('ui.failed', e.message)));
  const name = element(element(tools, 'label', {}, t('ui.escalations.name')), 'input', { type: 'text', maxlength: 100 });
  element(
    tools,
    'button',
    {
      class: 'btn btn-default',
      type: 'button',
      onclick: () => change(SEARCHES, { method: 'POST', body: { name: name.value, query: String(entered()) } })
    },
    t('ui.escalations.save')
  );
  element(
    tools,
    'button',
    {
      class: 'btn btn-default',
      type: 'button',
      onclick: () => change(`${SEARCHES}?name=${encodeURIComponent(list.value || name.value)}`, { method: 'DELETE' })
    },
    t('ui.escalations.remove')
  );
  await change(SEARCHES);
}

function sampling(tools, entered, say, body) {
  const seed = element(element(tools, 'label', {}, t('ui.escalations.seed')), 'input', { type: 'text', value: 'review' });
  const size = element(element(tools, 'label', {}, t('ui.escalations.size')), 'input', { type: 'number', min: 1, max: 500, value: 10 });
  element(
    tools,
    'button',
    {
      class: 'btn btn-default',
      type: 'button',
      onclick: async () => {
        const query = entered();
        if (!query.get('from') || !query.get('to')) {
          say(t('ui.escalations.sample-needs'));
          return;
        }
        try {
          const drawn = await ask(
            `/api/escalations/sample?seed=${encodeURIComponent(seed.value)}&size=${size.value}&from=${query.get('from')}&to=${query.get('to')}${query.get('team') ? `&team=${query.get('team')}` : ''}`
          );
          say(t('ui.escalations.drawn', drawn.caseNumbers.length, drawn.population, drawn.seed));
          const list = body.querySelector('.sample') || element(body, 'ul', { class: 'sample' });
          list.replaceChildren();
          drawn.caseNumbers.forEach((number) => element(element(list, 'li'), 'a', { href: `#/escalations/${number}` }, number));
        } catch (e) {
          say(t('ui.failed', e.message));
        }
      }
    },
    t('ui.escalations.draw')
  );
}

function results(body, found, query, say) {
  const first = found.page * found.size;
  say(told(found, first));
  if (!found.cases.length) return;
  const sort = query.get('sort') || '-openedAt';
  const heads = ['caseNumber', 'openedAt', 'customerNumber', 'title', 'level', 'state', 'people', 'deadline', 'settledAt'].map(
    (field) => (th) => {
      if (field === 'people' || field === 'deadline') {
        th.textContent = head(field);
        return;
      }
      const order = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none';
      th.setAttribute('aria-sort', order);
      element(
        th,
        'button',
        {
          type: 'button',
          onclick: () => {
            query.set('sort', order === 'descending' ? field : `-${field}`);
            query.delete('page');
            goTo(query);
          }
        },
        head(field) + (order === 'ascending' ? ' ▲' : order === 'descending' ? ' ▼' : '')
      );
    }
  );
  const rows = table(body, heads, t('ui.escalations.results'));
  for (const each of found.cases) {
    const row = element(rows, 'tr');
    element(element(row, 'td', { class: 'short' }), 'a', { href: `#/escalations/${each.caseNumber}` }, each.caseNumber);
    element(row, 'td', {}, day(each.openedAt));
    element(row, 'td', {}, [each.customerName, each.customerNumber].filter(Boolean).join(', '));
    element(row, 'td', {}, [each.title, each.product, each.practice && t('ui.escalations.practice')].filter(Boolean).join(' · '));
    element(row, 'td', {}, `${each.level}${each.trigger && each.level > 1 ? ` · ${word('hand-over-trigger', each.trigger)}` : ''}`);
    element(
      row,
      'td',
      {},
      word('case-state', each.state) + (each.outcome && each.outcome !== each.state ? `, ${word('settlement', each.outcome)}` : '')
    );
    element(
      row,
      'td',
      {},
      [...new Set([each.agent, each.owner].filter(Boolean))]
        .map((id) => person(id, found.names))
        .concat(each.offeredTo ? `${t('ui.escalations.waits-for')} ${found.names[each.offeredTo]}` : [])
        .join(', ')
    );
    element(row, 'td', { class: each.deadline === 'in-time' ? 'short' : 'short bad' }, word('ui.deadline', each.deadline));
    element(row, 'td', {}, day(each.settledAt));
  }
  const pager = element(body, 'nav', { class: 'tools', 'aria-label': t('ui.escalations.results') });
  const turn = (to) => () => {
    query.set('page', to);
    goTo(query);
  };
  if (found.page > 0)
    element(pager, 'button', { class: 'btn btn-default', type: 'button', onclick: turn(found.page - 1) }, t('ui.escalations.previous'));
  if (found.cases.length === found.size && (found.total >= 1000 || first + found.size < found.total))
    element(pager, 'button', { class: 'btn btn-default', type: 'button', onclick: turn(found.page + 1) }, t('ui.escalations.next'));
}

export async function searchPage(node) {
  const { body, say } = page(node, t('ui.escalations.title'), t('ui.loading'));
  const query = asked();
  try {
    const may = await permission();
    if (!may.cases) {
      say(t('ui.escalations.forbidden'));
      return;
    }
    searchForm(body, query, say);
    query.set('size', SIZE);
    results(body, await ask(`/api/escalations?${query}`), asked(), say);
    element(body, 'p', { class: 'hint' }, zoneTold());
  } catch (e) {
    say(t('ui.failed', e.message));
  }
}
