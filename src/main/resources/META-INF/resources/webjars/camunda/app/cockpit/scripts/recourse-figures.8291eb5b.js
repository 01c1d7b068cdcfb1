// The page #/figures: the figures of a period with what they mean and rest on, broken down, compared with the period before
// and with the house's targets; and where cases wait, drawn on the diagrams.
import { LANGUAGE, ask, badge, day, download, draw, element, link, load, page, permission, span, table, words, zoneTold } from './recourse-ui.1ef78d2d.js';

const T = {
  en: {
    title: 'Figures', loading: 'Loading …', from: 'From', to: 'To', by: 'Broken down by', nothing: 'nothing', show: 'Show', csv: 'Download as CSV', forbidden: 'Figures are for managers, auditors and process owners.', failed: 'That did not work:',
    period: (r) => `${r.from} to ${r.to}, compared with ${r.previousFrom} to ${r.previousTo}`, of: (m, per) => `${m.numerator} of ${m.denominator} ${per}`, n: (n, per) => `n = ${n} (${per})`, few: 'fewer than 30: too few to conclude from', before: 'Before', target: 'Target', met: 'met', missed: 'missed', noData: 'Nothing counted in this period.',
    definition: 'Definition', basis: 'Counted on', cases: 'The cases behind it', mean: 'mean', median: 'median', p90: 'p90', group: 'Group', value: 'Value', part: 'Of these', incomplete: (n) => n === 1 ? '1 case is still being counted: what changed in it is not in these figures yet.' : `${n} cases are still being counted: what changed in them is not in these figures yet.`, waiting: 'Where cases wait', waitingHint: 'Median and ninth decile of the time a step took, over the cases that passed it in the period; the redder, the longer.', times: 'times', yes: 'counted', no: 'not counted', step: 'Step',
    groups: { team: 'team', product: 'product', cause: 'root cause', channel: 'channel', level: 'level', day: 'day', week: 'week', month: 'month' }
  },
  de: {
    title: 'Zahlen', loading: 'Wird geladen …', from: 'Von', to: 'Bis', by: 'Aufgeteilt nach', nothing: 'nichts', show: 'Zeigen', csv: 'Als CSV herunterladen', forbidden: 'Zahlen sehen Manager, Prüfer und Prozessverantwortliche.', failed: 'Das ging nicht:',
    period: (r) => `${r.from} bis ${r.to}, verglichen mit ${r.previousFrom} bis ${r.previousTo}`, of: (m, per) => `${m.numerator} von ${m.denominator}, ${per}`, n: (n, per) => `n = ${n} (${per})`, few: 'weniger als 30: zu wenig für Schlüsse', before: 'Davor', target: 'Ziel', met: 'erreicht', missed: 'verfehlt', noData: 'In diesem Zeitraum nichts gezählt.',
    definition: 'Definition', basis: 'Gezählt am', cases: 'Die Fälle dahinter', mean: 'Mittel', median: 'Median', p90: 'p90', group: 'Gruppe', value: 'Wert', part: 'Davon', incomplete: (n) => n === 1 ? '1 Fall wird noch gezählt: Was sich an ihm geändert hat, ist noch nicht in diesen Zahlen.' : `${n} Fälle werden noch gezählt: Was sich an ihnen geändert hat, ist noch nicht in diesen Zahlen.`, waiting: 'Wo Fälle warten', waitingHint: 'Median und neuntes Dezil der Dauer eines Schritts, über die Fälle, die ihn im Zeitraum durchliefen; je röter, desto länger.', times: 'mal', yes: 'gezählt', no: 'nicht gezählt', step: 'Schritt',
    groups: { team: 'Team', product: 'Produkt', cause: 'Ursache', channel: 'Kanal', level: 'Stufe', day: 'Tag', week: 'Woche', month: 'Monat' }
  }
}[LANGUAGE];

const number = (value, digits) => new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: digits }).format(value);

function said(value, unit) {
  if (value === null || value === undefined) return '–';
  if (unit === 'share') return new Intl.NumberFormat(LANGUAGE, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  return unit === 'seconds' ? span(value) : number(value, 2);
}

const asked = () => new URLSearchParams(location.hash.split('?')[1] || '');

function tools(body, query, report, say) {
  const form = element(body, 'form', { class: 'tools' });
  element(element(form, 'label', {}, T.from), 'input', { type: 'date', name: 'from', value: report.from });
  element(element(form, 'label', {}, T.to), 'input', { type: 'date', name: 'to', value: report.to });
  const by = element(element(form, 'label', {}, T.by), 'select', { name: 'groupBy' });
  element(by, 'option', { value: '' }, T.nothing);
  Object.entries(T.groups).forEach(([key, name]) => element(by, 'option', { value: key, selected: query.get('groupBy') === key }, name));
  element(form, 'button', { class: 'btn btn-primary', type: 'submit' }, T.show);
  element(form, 'button', { class: 'btn btn-default', type: 'button', onclick: () => download(`/api/metrics?${query}`, 'text/csv', 'figures.csv').catch((e) => say(`${T.failed} ${e.message}`)) }, T.csv);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (value) given.set(name, value); });
    location.hash = `#/figures?${given}`;
  });
}

function target(card, line) {
  if (line.target === undefined || line.total.value === undefined) return;
  const met = line.better === 'lower' ? line.total.value <= line.target : line.total.value >= line.target;
  element(card, 'div', { class: met ? 'good' : 'bad' }, `${T.target}: ${said(line.target, line.unit)}, ${met ? T.met : T.missed}`);
}

async function chart(card, line) {
  if (!line.groups.length) return;
  await load('/webjars/chart.js/4.5.1/dist/chart.umd.min.js');
  const canvas = element(card, 'canvas', { role: 'img', 'aria-label': `${line.label}: ${line.groups.map((g) => `${g.group} ${said(g.measure.value, line.unit)}`).join(', ')}` });
  const times = /^\d{4}-/.test(line.groups[0].group);
  new window.Chart(canvas, {
    type: times ? 'line' : 'bar',
    data: { labels: line.groups.map((g) => g.group), datasets: [{ data: line.groups.map((g) => g.measure.value), backgroundColor: '#6f9bc8', borderColor: '#1d3c5a', borderWidth: 1 }] },
    options: { animation: false, plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => `${said(item.raw, line.unit)}, n = ${line.groups[item.dataIndex].measure.n}` } } }, scales: { y: { beginAtZero: true, ticks: { callback: (value) => said(value, line.unit) } } } }
  });
}

function breakdown(card, title, line, groups, name = (group) => group) {
  if (!groups.length) return;
  const details = element(card, 'details');
  element(details, 'summary', {}, title);
  const rows = table(details, [T.group, T.value, 'n'], `${line.label}, ${title}`, [T.value, 'n']);
  groups.forEach((group) => {
    const row = element(rows, 'tr');
    element(row, 'td', {}, name(group.group));
    element(row, 'td', { class: 'number' }, said(group.measure.value, line.unit));
    element(row, 'td', { class: 'number' }, `${group.measure.n}`);
  });
}

function behind(card, line, query, say) {
  const place = element(card, 'details');
  element(place, 'summary', {}, T.cases);
  place.addEventListener('toggle', async () => {
    if (!place.open || place.querySelector('ul')) return;
    try {
      const cases = await ask(`/api/metrics/${line.figure}/cases?${query}`);
      const list = element(place, 'ul');
      cases.forEach((each) => {
        const item = element(list, 'li');
        element(item, 'a', { href: `#/escalations/${each.caseNumber}` }, each.caseNumber);
        item.append(` ${day(each.at)} · ${each.value === undefined || each.value === null ? (each.met ? T.yes : T.no) : said(each.value, line.unit === 'share' ? 'points' : line.unit)}${each.part ? ` · ${words(each.part)}` : ''}`);
      });
    } catch (e) { say(`${T.failed} ${e.message}`); }
  });
}

function card(cards, line, query, may, groupBy, say) {
  const made = element(cards, 'section', { class: 'card', 'data-figure': line.figure });
  element(made, 'h3', {}, line.label);
  element(made, 'div', { class: 'value' }, said(line.total.value, line.unit));
  if (line.total.n === 0) element(made, 'div', { class: 'hint' }, T.noData);
  else element(made, 'div', {}, line.unit === 'share' ? T.of(line.total, line.per) : T.n(line.total.n, line.per));
  if (line.total.few && line.total.n > 0) element(made, 'div', { class: 'few' }, T.few);
  const spread = ['mean', 'median', 'p90'].filter((key) => line.total[key] !== undefined).map((key) => `${T[key]} ${said(line.total[key], line.unit === 'share' ? 'points' : line.unit)}`);
  if (spread.length) element(made, 'div', {}, spread.join(', '));
  element(made, 'div', { class: 'hint' }, `${T.before}: ${said(line.previous.value, line.unit)}, n = ${line.previous.n}`);
  target(made, line);
  chart(made, line).catch((e) => say(`${T.failed} ${e.message}`));
  breakdown(made, groupBy ? T.groups[groupBy] : '', line, line.groups, groupBy === 'cause' ? words : undefined);
  breakdown(made, T.part, line, line.parts, words);
  const meaning = element(made, 'details');
  element(meaning, 'summary', {}, T.definition);
  element(meaning, 'p', {}, line.definition);
  element(meaning, 'p', { class: 'hint' }, `${T.basis}: ${line.timeBasis}`);
  if (may.cases) behind(made, line, query, say);
}

async function waiting(body, query) {
  const diagrams = await ask(`/api/metrics/steps?${query}`);
  element(body, 'h2', {}, T.waiting);
  element(body, 'p', { class: 'hint' }, T.waitingHint);
  const longest = Math.max(1, ...diagrams.flatMap((diagram) => diagram.steps.map((step) => step.median)));
  for (const diagram of diagrams) {
    element(body, 'h3', {}, diagram.name);
    const drawing = await draw(element(body, 'div', { class: 'diagram', role: 'group', 'aria-label': diagram.name }), diagram.definitionId);
    diagram.steps.forEach((step) => {
      if (!drawing.elements.get(step.element)) return;
      if (step.median > longest / 2) drawing.canvas.addMarker(step.element, 'slower');
      else if (step.median > longest / 8) drawing.canvas.addMarker(step.element, 'slow');
      badge(drawing, step.element, `${step.times}× ${span(step.median)} / ${span(step.p90)}`);
    });
    const rows = table(body, [T.step, T.times, T.median, T.p90], diagram.name, [T.times, T.median, T.p90]);
    diagram.steps.forEach((step) => {
      const row = element(rows, 'tr');
      element(row, 'td', {}, step.name);
      element(row, 'td', { class: 'number' }, `${step.times}`);
      element(row, 'td', { class: 'number' }, span(step.median));
      element(row, 'td', { class: 'number' }, span(step.p90));
    });
  }
}

async function figuresPage(node) {
  const { body, say } = page(node, T.title, T.loading);
  const query = asked();
  try {
    const may = await permission();
    if (!may.figures) { say(T.forbidden); return; }
    const report = await ask(`/api/metrics?${query}`);
    tools(body, query, report, say);
    say(`${T.period(report)}${report.complete ? '' : ` ${T.incomplete(report.uncounted)}`}`);
    const cards = element(body, 'div', { class: 'cards' });
    report.figures.forEach((line) => card(cards, line, query, may, query.get('groupBy'), say));
    await waiting(body, query);
    element(body, 'p', { class: 'hint' }, zoneTold());
  } catch (e) { say(`${T.failed} ${e.message}`); }
}

export default [
  { id: 'recourse.figures.page', pluginPoint: 'cockpit.route', properties: { path: '/figures' }, render: (node) => { figuresPage(node); } },
  { id: 'recourse.figures.link', pluginPoint: 'cockpit.navigation', priority: 25, properties: { path: '#/figures' }, render: link('figures', '/figures', T.title) }
];
