// The page #/escalations/{caseNumber}: tells a case at a glance, why it went as it went, its way through the diagrams and
// everything that happened.
import { LOCALE, ask, day, download, element, named, person, t, table, when, word, zoneTold } from '/recourse/scripts/kit.js';
import { page, permission } from './recourse-pages.js';
import { way } from './recourse-case-way.js';
import { CAUSES } from './recourse-causes.js';

const CLASSIFIED = { cause: 'root-cause', finding: 'finding' };

const LANGUAGE = new Intl.Locale(LOCALE).language;
const LANGUAGES = new Intl.DisplayNames(LOCALE, { type: 'language' });
const classified = (field, value) => (CLASSIFIED[field] ? word(CLASSIFIED[field], value) : value);

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
  choose('cause', t('ui.root-cause'), 'root-cause', CAUSES);
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
      element(details, 'div', {}, `${word('explain.evidence', evidence.kind)} ${evidence.reference || ''}: ${evidence.what}`);
      const values = Object.entries(evidence.values || {});
      if (values.length) element(details, 'pre', {}, values.map(([name, value]) => `${name} = ${value}`).join('\n'));
    }
  }
}

/** Where it happened: a message, a clock, a step as the diagram names it, or a route. */
function place({ kind, step = '' }) {
  if (kind === 'message') return word('message-kind', step);
  if (kind === 'clock') return step.replace(/^([^:]+): (.*)$/, (all, clock, what) => `${word('clock-kind', clock)}: ${named(what)}`);
  return named(step.replace(/^[A-Za-z]+_/, '').replace(/([a-z])([A-Z])/g, '$1 $2'));
}

function changed({ before, after }) {
  const last = after ? t('ui.quoted', after) : t('ui.escalations.nothing');
  return before ? `${t('ui.escalations.before')} ${t('ui.quoted', before)}, ${t('ui.escalations.after')} ${last}` : last;
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
        element(row, 'td', {}, place(entry));
        const cell = element(row, 'td');
        if (entry.field) element(cell, 'div', {}, `${word('case-field', entry.field)}: ${changed(entry)}`);
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

export async function casePage(node) {
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
