// The pages #/escalations and #/escalations/{caseNumber}: finds cases, open and finished, and tells one of them: at a
// glance, why it went as it went, its way through the diagrams, everything that happened.
import { LOCALE, ask, day, download, duration, element, named, person, t, table, when, word, zoneTold } from '/recourse/scripts/kit.js';
import { askEngine, badge, draw, link, page, permission } from './recourse-pages.js';

const CHOICES = {
  state: ['open', 'settled', 'closed', 'withdrawn', 'joined'],
  outcome: ['agreed', 'accepted-no-change', 'final-accepted', 'final-refused', 'unreachable', 'withdrawn', 'closed-by-supervisor'],
  level: ['1', '2', '3'],
  cause: [
    'complex-matter',
    'missing-knowledge',
    'no-authority',
    'poor-information',
    'long-wait',
    'first-handling',
    'product-or-policy',
    'other'
  ],
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
const CLASSIFIED = { cause: 'root-cause', finding: 'finding' };
const USUAL = ['words', 'caseNumber', 'customer', 'person', 'from', 'to'];
const RARE = ['state', 'outcome', 'level', 'cause', 'trigger', 'deadline', 'product', 'team'];
const SIZE = 25;
const SEARCHES = '/api/escalations/searches';

const LANGUAGE = new Intl.Locale(LOCALE).language;
const LANGUAGES = new Intl.DisplayNames(LOCALE, { type: 'language' });

const label = (name) => t(`ui.search.${name}`);
const head = (field) => t(`ui.found.${field}`);
const classified = (field, value) => (CLASSIFIED[field] ? word(CLASSIFIED[field], value) : value);

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
        .concat(each.offeredTo ? `${t('ui.escalations.waits-for')} ${each.offeredTo}` : [])
        .join(', ')
    );
    element(row, 'td', { class: each.deadline === 'in-time' ? '' : 'bad' }, word('ui.deadline', each.deadline));
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

async function searchPage(node) {
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

function list(parent, lines) {
  if (!lines.length) {
    element(parent, 'p', {}, t('ui.none'));
    return;
  }
  const made = element(parent, 'ul');
  lines.forEach((line) => element(made, 'li', {}, line));
}

function glance(body, file, may, again) {
  element(body, 'h2', {}, t('ui.escalations.glance'));
  const grid = element(body, 'div', { class: 'glance' });
  const box = (title, lines) => {
    const made = element(grid, 'section');
    element(made, 'h3', {}, title);
    list(made, lines);
  };
  box(t('ui.escalations.approved'), file.summary.approved);
  box(t('ui.escalations.waited'), file.summary.waited);
  box(t('ui.escalations.promised'), file.summary.promised);
  const { outcome } = file;
  box(t('ui.escalations.came'), [
    `${t('ui.escalations.received')}: ${day(file.receivedOn || file.openedAt)}`,
    `${t('ui.opened')}: ${day(file.openedAt)}`,
    `${t('ui.escalations.settled')}: ${day(file.settledAt)}`,
    `${t('ui.escalations.closed')}: ${day(file.closedAt)}`,
    `${t('ui.escalations.customer-said')}: ${word('settlement', outcome.settlement) || '–'}`,
    `${t('ui.escalations.finding')}: ${outcome.finding ? word('finding', outcome.finding) : t('ui.escalations.not-yet')}`,
    `${t('ui.escalations.offered')}: ${outcome.redressOffered.join('; ') || '–'}; ${t('ui.accepted')}: ${outcome.redressAccepted.join('; ') || '–'}; ${t('ui.escalations.paid')}: ${outcome.redressPaid.join('; ') || '–'}`,
    `${t('ui.root-cause')}: ${word('root-cause', outcome.cause) || '–'}${outcome.causeEvidence ? ` (${outcome.causeEvidence})` : ''}`
  ]);
  if (file.clocks.length)
    box(
      t('ui.clocks'),
      file.clocks.map((clock) =>
        [named(clock.what), word('clock-kind', clock.kind), day(clock.dueAt), word('clock-state', clock.state), clock.rule]
          .filter(Boolean)
          .join(' · ')
      )
    );
  if (outcome.classified.length) {
    box(
      t('ui.escalations.trail'),
      outcome.classified.map(
        (each) =>
          `${day(each.at)}, ${person(each.who, file.names)}: ${word('ui.classified', each.field)} ${each.before ? `${t('ui.escalations.before')} ${t('ui.quoted', classified(each.field, each.before))}, ` : ''}${t('ui.quoted', classified(each.field, each.after))}`
      )
    );
  }
  if (may.classify) correcting(element(grid, 'section'), file, again);
}

/** Root cause and finding, corrected by who may, with what shows it. */
function correcting(section, file, again) {
  element(section, 'h3', {}, t('ui.escalations.correct'));
  const form = element(section, 'form');
  const choose = (name, label, enumeration, values) => {
    const select = element(element(form, 'label', {}, label), 'select', { name });
    element(select, 'option', { value: '' }, t('ui.unchanged'));
    values.forEach((value) => element(select, 'option', { value }, word(enumeration, value)));
  };
  choose('cause', t('ui.root-cause'), 'root-cause', CHOICES.cause);
  choose('finding', t('ui.escalations.finding'), 'finding', ['upheld', 'partly-upheld', 'not-upheld']);
  element(element(form, 'label', {}, t('ui.evidence-asked')), 'input', { name: 'evidence', type: 'text', required: true, maxlength: 2000 });
  element(form, 'button', { class: 'btn btn-default correct', type: 'submit' }, t('ui.correct'));
  const answer = element(form, 'p', { role: 'alert' });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    try {
      await ask(`/api/cases/${encodeURIComponent(file.caseNumber)}/classification`, { method: 'POST', body });
      again();
    } catch (e) {
      answer.textContent = e.message;
    }
  });
}

function why(body, file) {
  element(body, 'h2', {}, t('ui.escalations.why'));
  const made = element(body, 'ol', { class: 'why' });
  for (const reason of file.reasons) {
    const item = element(made, 'li', {}, `${reason.sentence} `);
    if (!reason.evidence.length) continue;
    const details = element(item, 'details');
    element(details, 'summary', {}, t('ui.escalations.evidence'));
    for (const evidence of reason.evidence) {
      element(details, 'div', {}, `${evidence.kind} ${evidence.reference || ''}: ${evidence.what}`);
      const values = Object.entries(evidence.values || {});
      if (values.length) element(details, 'pre', {}, values.map(([name, value]) => `${name} = ${value}`).join('\n'));
    }
  }
}

async function way(body, caseNumber) {
  const { passages } = await ask(`/api/escalations/${encodeURIComponent(caseNumber)}/path`);
  const versions = new Map();
  passages.forEach((passage) => versions.set(passage.definitionId, [...(versions.get(passage.definitionId) || []), passage]));
  element(body, 'p', { class: 'hint' }, t('ui.escalations.way-hint'));
  for (const [definitionId, taken] of versions) {
    element(body, 'h3', {}, `${taken[0].processName}, ${t('ui.escalations.version')} ${taken[0].version}`);
    const links = element(body, 'p');
    // Cockpit has no page for an instance that is over
    new Set(taken.filter((passage) => !passage.to).map((passage) => passage.instanceId)).forEach((id) => {
      element(links, 'a', { href: `#/process-instance/${id}/runtime` }, `${t('ui.escalations.instance')} ${id.slice(0, 8)}`);
      links.append(' · ');
    });
    element(links, 'a', { href: `#/process-definition/${definitionId}/runtime` }, t('ui.escalations.definition'));
    const drawing = await draw(
      element(body, 'div', {
        class: 'diagram',
        role: 'group',
        'aria-label': `${taken[0].processName}: ${[...new Set(taken.map((p) => p.name || p.element))].join(', ')}`
      }),
      definitionId
    );
    mark(drawing, taken);
  }
}

function mark(drawing, taken) {
  const byElement = taken.reduce((all, p) => all.set(p.element, [...(all.get(p.element) || []), p]), new Map());
  for (const [id, times] of byElement) {
    if (!drawing.elements.get(id)) continue;
    drawing.canvas.addMarker(id, times.every((p) => p.cancelled) ? 'cancelled' : 'taken');
    const seconds = times.reduce((sum, p) => sum + (p.to ? (new Date(p.to) - new Date(p.from)) / 1000 : 0), 0);
    if (/Task|callActivity|subProcess|Catch/i.test(times[0].type)) badge(drawing, id, `${times.length}× ${duration(seconds)}`);
  }
  drawing.elements
    .filter((each) => each.type === 'bpmn:SequenceFlow')
    .forEach((flow) => {
      const from = byElement.get(flow.source && flow.source.id) || [];
      const to = byElement.get(flow.target && flow.target.id) || [];
      const follows = from.some(
        (a) => a.to && to.some((b) => a.instanceId === b.instanceId && Math.abs(new Date(b.from) - new Date(a.to)) < 1500)
      );
      if (follows) drawing.canvas.addMarker(flow.id, 'taken');
    });
}

function timeline(body, entries, names) {
  element(body, 'h2', {}, t('ui.escalations.timeline'));
  const kinds = [...new Set(entries.map((entry) => entry.kind))].sort();
  const filter = element(element(body, 'label', {}, t('ui.show')), 'select');
  element(filter, 'option', { value: '' }, t('ui.escalations.all'));
  kinds.forEach((kind) => element(filter, 'option', { value: kind }, word('event-kind', kind)));
  const rows = table(
    body,
    [t('ui.when'), t('ui.what'), t('ui.who'), t('ui.the-step'), t('ui.escalations.what')],
    t('ui.escalations.timeline')
  );
  const show = () => {
    rows.replaceChildren();
    entries
      .filter((entry) => !filter.value || entry.kind === filter.value)
      .forEach((entry) => {
        const row = element(rows, 'tr');
        element(row, 'td', { class: 'short' }, when(entry.at));
        element(row, 'td', { class: 'short' }, word('event-kind', entry.kind));
        element(row, 'td', {}, person(entry.who, names));
        element(row, 'td', {}, (entry.step || '').replace(/^[A-Za-z]+_/, '').replace(/([a-z])([A-Z])/g, '$1 $2'));
        const cell = element(row, 'td');
        if (entry.field)
          element(
            cell,
            'div',
            {},
            `${word('case-field', entry.field)}: ${t('ui.escalations.before')} ${t('ui.quoted', entry.before || '')}, ${t('ui.escalations.after')} ${t('ui.quoted', entry.after || '')}`
          );
        if (entry.what) element(cell, 'pre', {}, entry.what);
        if (entry.detail) element(cell, 'div', { class: 'hint' }, entry.detail);
      });
  };
  filter.addEventListener('change', show);
  show();
}

function stories(body, file) {
  element(body, 'h2', {}, t('ui.escalations.stories'));
  file.storyVersions.forEach((version) => {
    const details = element(element(body, 'div'), 'details', { open: file.storyVersions.length === 1 });
    element(details, 'summary', {}, `${day(version.at)}, ${person(version.who, file.names)}`);
    element(details, 'pre', {}, version.text);
  });
  if (!file.storyVersions.length) element(body, 'pre', {}, file.brief.story || t('ui.none'));
}

async function casePage(node) {
  const caseNumber = decodeURIComponent((location.hash.match(/^#\/escalations\/([^/?]+)/) || [])[1] || '');
  const { body, heading, say } = page(node, caseNumber, t('ui.loading'));
  const tools = element(body, 'div', { class: 'tools' });
  element(tools, 'a', { href: '#/escalations' }, t('ui.escalations.back'));
  try {
    const may = await permission();
    if (!may.cases) {
      say(t('ui.escalations.forbidden'));
      return;
    }
    const file = await ask(`/api/cases/${encodeURIComponent(caseNumber)}`);
    heading.textContent = `${caseNumber} · ${file.brief.title || ''}`;
    say(
      [...new Set([file.brief.customerName, word('case-state', file.state), word('settlement', file.outcome.settlement)])]
        .filter(Boolean)
        .join(' · ')
    );
    const offer = (text, address, accept, name) =>
      element(
        tools,
        'button',
        {
          class: 'btn btn-default',
          type: 'button',
          onclick: () => download(address, accept, name).catch((e) => say(t('ui.failed', e.message)))
        },
        text
      );
    const path = `/api/escalations/${encodeURIComponent(caseNumber)}`;
    for (const language of await ask('/api/texts')) {
      const own = language === LANGUAGE;
      offer(
        t(own ? 'ui.escalations.pdf' : 'ui.escalations.pdf-other', LANGUAGES.of(language)),
        `${path}/explanation?language=${language}`,
        'application/pdf',
        own ? `${caseNumber}.pdf` : `${caseNumber}.${language}.pdf`
      );
    }
    offer(t('ui.escalations.zip'), `${path}/bundle?language=${LANGUAGE}`, 'application/zip', `${caseNumber}.zip`);
    element(tools, 'span', { class: 'hint' }, zoneTold());
    glance(body, file, may, () => {
      node.replaceChildren();
      casePage(node);
    });
    why(body, file);
    element(body, 'h2', {}, t('ui.escalations.way'));
    const place = element(body, 'div');
    const events = element(body, 'div');
    timeline(events, await ask(`/api/escalations/${encodeURIComponent(caseNumber)}/timeline`), file.names);
    stories(body, file);
    if (may.history) await way(place, caseNumber);
    else element(place, 'p', {}, t('ui.escalations.no-way'));
  } catch (e) {
    say(t('ui.failed', e.message));
  }
}

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
