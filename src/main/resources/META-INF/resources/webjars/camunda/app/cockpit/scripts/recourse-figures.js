// The page #/figures: the figures of a period with what they mean and rest on, broken down, compared with the period before
// and with the house's targets; and where cases wait, drawn on the diagrams.
import { ask, dateOnly, day, download, duration, element, named, number, t, table, word, zoneTold } from '/recourse/scripts/kit.js';
import { badge, draw, link, load, page, permission } from './recourse-pages.js';

const GROUPS = ['team', 'product', 'cause', 'channel', 'level', 'day', 'week', 'month'];
const WORDS = { cause: 'root-cause', channel: 'channel' };
const group = (name) => t(`ui.figures.groups.${name}`);

function said(value, unit) {
  if (value === null || value === undefined) return '–';
  if (unit === 'share') return number(value, { style: 'percent', maximumFractionDigits: 1 });
  return unit === 'seconds' ? duration(value) : number(value, { maximumFractionDigits: 2 });
}

const asked = () => new URLSearchParams(location.hash.split('?')[1] || '');

function tools(body, query, report, say) {
  const form = element(body, 'form', { class: 'tools' });
  element(element(form, 'label', {}, t('ui.figures.from')), 'input', { type: 'date', name: 'from', value: report.from });
  element(element(form, 'label', {}, t('ui.figures.to')), 'input', { type: 'date', name: 'to', value: report.to });
  const by = element(element(form, 'label', {}, t('ui.figures.by')), 'select', { name: 'groupBy' });
  element(by, 'option', { value: '' }, t('ui.figures.nothing'));
  GROUPS.forEach((key) => element(by, 'option', { value: key, selected: query.get('groupBy') === key }, group(key)));
  element(form, 'button', { class: 'btn btn-primary', type: 'submit' }, t('ui.show'));
  for (const [text, written] of [
    [t('ui.csv'), ''],
    [t('ui.excel'), '&for=excel']
  ]) {
    const get = () => download(`/api/metrics?${query}${written}`, 'text/csv', 'figures.csv');
    const onclick = () => get().catch((e) => say(t('ui.failed', e.message)));
    element(form, 'button', { class: 'btn btn-default', type: 'button', onclick }, text);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (value) given.set(name, value);
    });
    location.hash = `#/figures?${given}`;
  });
}

function target(card, line) {
  if (line.target === undefined || line.total.value === undefined) return;
  const met = line.better === 'lower' ? line.total.value <= line.target : line.total.value >= line.target;
  element(
    card,
    'div',
    { class: met ? 'good' : 'bad' },
    `${t('ui.figures.target')}: ${said(line.target, line.unit)}, ${met ? t('ui.figures.met') : t('ui.figures.missed')}`
  );
}

async function chart(card, line) {
  if (!line.groups.length) return;
  await load('/webjars/chart.js/4.5.1/dist/chart.umd.min.js');
  const canvas = element(card, 'canvas', {
    role: 'img',
    'aria-label': `${line.label}: ${line.groups.map((g) => `${g.group} ${said(g.measure.value, line.unit)}`).join(', ')}`
  });
  const times = /^\d{4}-/.test(line.groups[0].group);
  new window.Chart(canvas, {
    type: times ? 'line' : 'bar',
    data: {
      labels: line.groups.map((g) => g.group),
      datasets: [{ data: line.groups.map((g) => g.measure.value), backgroundColor: '#6f9bc8', borderColor: '#1d3c5a', borderWidth: 1 }]
    },
    options: {
      animation: false,
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { label: (item) => `${said(item.raw, line.unit)}, n = ${line.groups[item.dataIndex].measure.n}` } }
      },
      scales: { y: { beginAtZero: true, ticks: { callback: (value) => said(value, line.unit) } } }
    }
  });
}

function breakdown(card, title, line, groups, name = (group) => group) {
  if (!groups.length) return;
  const details = element(card, 'details');
  element(details, 'summary', {}, title);
  const rows = table(details, [t('ui.figures.group'), t('ui.figures.value'), 'n'], `${line.label}, ${title}`, [t('ui.figures.value'), 'n']);
  groups.forEach((group) => {
    const row = element(rows, 'tr');
    element(row, 'td', {}, name(group.group));
    element(row, 'td', { class: 'number' }, said(group.measure.value, line.unit));
    element(row, 'td', { class: 'number' }, `${group.measure.n}`);
  });
}

function behind(card, line, query, say) {
  const place = element(card, 'details');
  element(place, 'summary', {}, t('ui.figures.cases'));
  place.addEventListener('toggle', async () => {
    if (!place.open || place.querySelector('ul')) return;
    try {
      const cases = await ask(`/api/metrics/${line.figure}/cases?${query}`);
      const list = element(place, 'ul');
      cases.forEach((each) => {
        const item = element(list, 'li');
        element(item, 'a', { href: `#/escalations/${each.caseNumber}` }, each.caseNumber);
        item.append(
          ` ${day(each.at)} · ${each.value === undefined || each.value === null ? (each.met ? t('ui.figures.yes') : t('ui.figures.no')) : said(each.value, line.unit === 'share' ? 'points' : line.unit)}${each.part ? ` · ${named(each.part)}` : ''}`
        );
      });
    } catch (e) {
      say(t('ui.failed', e.message));
    }
  });
}

function card(cards, line, query, may, groupBy, say) {
  const made = element(cards, 'section', { class: 'card', 'data-figure': line.figure });
  element(made, 'h3', {}, line.label);
  element(made, 'div', { class: 'value' }, said(line.total.value, line.unit));
  if (line.total.n === 0) element(made, 'div', { class: 'hint' }, t('ui.figures.no-data'));
  else
    element(
      made,
      'div',
      {},
      line.unit === 'share'
        ? t('ui.figures.of', line.total.numerator, line.total.denominator, line.per)
        : t('ui.figures.n', line.total.n, line.per)
    );
  if (line.total.few && line.total.n > 0) element(made, 'div', { class: 'few' }, t('ui.figures.few'));
  const spread = ['mean', 'median', 'p90']
    .filter((key) => line.total[key] !== undefined)
    .map((key) => `${t(`ui.figures.spread.${key}`)} ${said(line.total[key], line.unit === 'share' ? 'points' : line.unit)}`);
  if (spread.length) element(made, 'div', {}, spread.join(', '));
  element(made, 'div', { class: 'hint' }, `${t('ui.figures.before')}: ${said(line.previous.value, line.unit)}, n = ${line.previous.n}`);
  target(made, line);
  chart(made, line).catch((e) => say(t('ui.failed', e.message)));
  breakdown(made, groupBy ? group(groupBy) : '', line, line.groups, WORDS[groupBy] && ((value) => word(WORDS[groupBy], value)));
  breakdown(made, t('ui.figures.part'), line, line.parts, named);
  const meaning = element(made, 'details');
  element(meaning, 'summary', {}, t('ui.figures.definition'));
  element(meaning, 'p', {}, line.definition);
  element(meaning, 'p', { class: 'hint' }, `${t('ui.figures.basis')}: ${line.timeBasis}`);
  if (may.cases) behind(made, line, query, say);
}

async function waiting(body, query) {
  const diagrams = await ask(`/api/metrics/steps?${query}`);
  element(body, 'h2', {}, t('ui.figures.waiting'));
  element(body, 'p', { class: 'hint' }, t('ui.figures.waiting-hint'));
  const longest = Math.max(1, ...diagrams.flatMap((diagram) => diagram.steps.map((step) => step.median)));
  for (const diagram of diagrams) {
    const name = named(diagram.name);
    element(body, 'h3', {}, name);
    const drawing = await draw(element(body, 'div', { class: 'diagram', role: 'group', 'aria-label': name }), diagram.definitionId);
    diagram.steps.forEach((step) => {
      if (!drawing.elements.get(step.element)) return;
      if (step.median > longest / 2) drawing.canvas.addMarker(step.element, 'slower');
      else if (step.median > longest / 8) drawing.canvas.addMarker(step.element, 'slow');
      badge(drawing, step.element, `${step.times}× ${duration(step.median)} / ${duration(step.p90)}`);
    });
    const rows = table(body, [t('ui.the-step'), t('ui.figures.times'), t('ui.figures.spread.median'), t('ui.figures.spread.p90')], name, [
      t('ui.figures.times'),
      t('ui.figures.spread.median'),
      t('ui.figures.spread.p90')
    ]);
    diagram.steps.forEach((step) => {
      const row = element(rows, 'tr');
      element(row, 'td', {}, named(step.name));
      element(row, 'td', { class: 'number' }, `${step.times}`);
      element(row, 'td', { class: 'number' }, duration(step.median));
      element(row, 'td', { class: 'number' }, duration(step.p90));
    });
  }
}

async function figuresPage(node) {
  const { body, say } = page(node, t('ui.figures.title'), t('ui.loading'));
  const query = asked();
  try {
    const may = await permission();
    if (!may.figures) {
      say(t('ui.figures.forbidden'));
      return;
    }
    const report = await ask(`/api/metrics?${query}`);
    tools(body, query, report, say);
    const days = [report.from, report.to, report.previousFrom, report.previousTo].map((each) => dateOnly(each));
    const period = t('ui.figures.period', ...days);
    const uncounted = t(report.uncounted === 1 ? 'ui.figures.one-uncounted' : 'ui.figures.uncounted', report.uncounted);
    say(report.complete ? period : `${period} ${uncounted}`);
    const cards = element(body, 'div', { class: 'cards' });
    report.figures.forEach((line) => card(cards, line, query, may, query.get('groupBy'), say));
    await waiting(body, query);
    element(body, 'p', { class: 'hint' }, zoneTold());
  } catch (e) {
    say(t('ui.failed', e.message));
  }
}

export default [
  {
    id: 'recourse.figures.page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/figures' },
    render: (node) => {
      figuresPage(node);
    }
  },
  {
    id: 'recourse.figures.link',
    pluginPoint: 'cockpit.navigation',
    priority: 25,
    properties: { path: '#/figures' },
    render: link('figures', '/figures', t('ui.figures.title'))
  }
];
