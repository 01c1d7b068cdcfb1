// The pages #/escalations and #/escalations/{caseNumber}: finds cases, open and finished, and tells one of them: at a
// glance, why it went as it went, its way through the diagrams, everything that happened.
import { LANGUAGE, ask, badge, day, download, draw, element, link, page, permission, person, span, table, when, words, zoneTold } from './recourse-ui.1ef78d2d.js';

const T = {
  en: {
    title: 'Escalations', tab: 'Case', loading: 'Loading …', search: 'Search', clear: 'Clear', csv: 'Download as CSV', save: 'Save this search', name: 'Name of the search', saved: 'Saved searches', remove: 'Remove', any: 'any',
    words: 'Words in story or comments', caseNumber: 'Case number', customer: 'Customer', person: 'Person', from: 'Opened from', to: 'Opened to', state: 'State', outcome: 'Outcome', level: 'Level', cause: 'Root cause', trigger: 'Trigger', deadline: 'Deadlines', product: 'Product', team: 'Team',
    found: (n, first, last) => (n === 0 ? 'No case fits.' : `${n >= 1000 ? '1000 or more' : n} ${n === 1 ? 'case' : 'cases'}, ${first} to ${last} shown`), previous: 'Previous page', next: 'Next page', results: 'Cases found',
    heads: { caseNumber: 'Case', openedAt: 'Opened', customerNumber: 'Customer', title: 'Title', level: 'Level', state: 'State', people: 'Agent, owner', deadline: 'Deadlines', settledAt: 'Settled' },
    practice: 'practice', more: 'More filters', tools: 'Saved searches, sample, download', waitsFor: 'waits for', sample: 'Draw a sample', seed: 'Seed', size: 'Size', draw: 'Draw', drawn: (d) => `${d.caseNumbers.length} of ${d.population} cases, seed “${d.seed}”. The same seed and days draw the same cases.`, sampleNeeds: 'A sample needs the days from and to.',
    back: 'Back to the search', pdf: 'Download as PDF (English)', pdfOther: 'PDF in German', zip: 'Everything as ZIP', glance: 'At a glance', approved: 'Who approved the money', waited: 'How long the customer waited', promised: 'What was promised', came: 'How it came out', none: 'None.',
    why: 'Why it went this way', evidence: 'Evidence', way: 'The way through the diagrams', wayHint: 'Green: the way taken, with how often and how long. Orange, dashed: left by a timer, a message or a correction. Scroll to zoom, drag to move.', version: 'version', instance: 'Process instance in Cockpit', definition: 'Diagram in Cockpit', noWay: 'The engine’s history is for auditors.',
    timeline: 'Everything that happened', all: 'everything', shown: 'Show', at: 'When', kind: 'What', who: 'Who', where: 'Step', what: 'Content', before: 'before', after: 'after', stories: 'Versions of the story', brief: 'What the case says', forbidden: 'These pages are for auditors and managers.',
    received: 'Complaint received', opened: 'Opened', settled: 'Settled', closed: 'Closed', customerSaid: 'The customer', finding: 'The complaint was', offered: 'Redress offered', accepted: 'accepted', paid: 'paid', notYet: 'not recorded', causeIs: 'Root cause', clocks: 'Clocks', failed: 'That did not work:',
    correct: 'Correct root cause or finding', unchanged: 'unchanged', evidenceNeeded: 'What in the case shows it?', correctIt: 'Correct', trail: 'Named or corrected', fields: { cause: 'root cause', cause_evidence: 'evidence', finding: 'finding' }
  },
  de: {
    title: 'Eskalationen', tab: 'Fall', loading: 'Wird geladen …', search: 'Suchen', clear: 'Leeren', csv: 'Als CSV herunterladen', save: 'Suche merken', name: 'Name der Suche', saved: 'Gemerkte Suchen', remove: 'Entfernen', any: 'beliebig',
    words: 'Wörter in Geschichte oder Kommentaren', caseNumber: 'Fallnummer', customer: 'Kunde', person: 'Person', from: 'Eröffnet ab', to: 'Eröffnet bis', state: 'Stand', outcome: 'Ergebnis', level: 'Stufe', cause: 'Ursache', trigger: 'Auslöser', deadline: 'Fristen', product: 'Produkt', team: 'Team',
    found: (n, first, last) => (n === 0 ? 'Kein Fall passt.' : `${n >= 1000 ? '1000 oder mehr' : n} ${n === 1 ? 'Fall' : 'Fälle'}, ${first} bis ${last} gezeigt`), previous: 'Vorige Seite', next: 'Nächste Seite', results: 'Gefundene Fälle',
    heads: { caseNumber: 'Fall', openedAt: 'Eröffnet', customerNumber: 'Kunde', title: 'Titel', level: 'Stufe', state: 'Stand', people: 'Agent, zuständig', deadline: 'Fristen', settledAt: 'Geeinigt' },
    practice: 'Übung', more: 'Weitere Filter', tools: 'Gemerkte Suchen, Stichprobe, Herunterladen', waitsFor: 'wartet auf', sample: 'Stichprobe ziehen', seed: 'Startwert', size: 'Größe', draw: 'Ziehen', drawn: (d) => `${d.caseNumbers.length} von ${d.population} Fällen, Startwert „${d.seed}“. Derselbe Startwert und dieselben Tage ziehen dieselben Fälle.`, sampleNeeds: 'Eine Stichprobe braucht die Tage von und bis.',
    back: 'Zurück zur Suche', pdf: 'Als PDF herunterladen (deutsch)', pdfOther: 'PDF auf Englisch', zip: 'Alles als ZIP', glance: 'Auf einen Blick', approved: 'Wer das Geld genehmigt hat', waited: 'Wie lange der Kunde wartete', promised: 'Was zugesagt wurde', came: 'Wie es ausging', none: 'Nichts.',
    why: 'Warum es so ging', evidence: 'Beleg', way: 'Der Weg durch die Diagramme', wayHint: 'Grün: der Weg, mit Häufigkeit und Dauer. Orange gestrichelt: durch Uhr, Nachricht oder Korrektur verlassen. Mit dem Rad vergrößern, ziehen zum Verschieben.', version: 'Version', instance: 'Prozessinstanz in Cockpit', definition: 'Diagramm in Cockpit', noWay: 'Die Aufzeichnung der Engine sehen Prüfer.',
    timeline: 'Alles, was geschah', all: 'alles', shown: 'Zeigen', at: 'Wann', kind: 'Was', who: 'Wer', where: 'Schritt', what: 'Inhalt', before: 'vorher', after: 'nachher', stories: 'Fassungen der Geschichte', brief: 'Was im Fall steht', forbidden: 'Diese Seiten sehen nur Prüfer und Manager.',
    received: 'Beschwerde eingegangen', opened: 'Eröffnet', settled: 'Geeinigt', closed: 'Abgeschlossen', customerSaid: 'Der Kunde', finding: 'Die Beschwerde war', offered: 'Angebotene Abhilfe', accepted: 'angenommen', paid: 'gezahlt', notYet: 'nicht festgehalten', causeIs: 'Ursache', clocks: 'Uhren', failed: 'Das ging nicht:',
    correct: 'Ursache oder Feststellung berichtigen', unchanged: 'unverändert', evidenceNeeded: 'Was im Fall zeigt es?', correctIt: 'Berichtigen', trail: 'Benannt oder berichtigt', fields: { cause: 'Ursache', cause_evidence: 'Beleg', finding: 'Feststellung' }
  }
}[LANGUAGE];

const CHOICES = {
  state: ['open', 'settled', 'closed', 'withdrawn', 'joined'],
  outcome: ['agreed', 'accepted-no-change', 'final-accepted', 'final-refused', 'unreachable', 'withdrawn', 'closed-by-supervisor'],
  level: ['1', '2', '3'],
  cause: ['complex-matter', 'missing-knowledge', 'no-authority', 'poor-information', 'long-wait', 'first-handling', 'product-or-policy', 'other'],
  trigger: ['demand', 'threat', 'knowledge', 'authority', 'conduct', 'angles-used-up', 'safety', 'vulnerability', 'cannot-continue', 'higher-level', 'reopened'],
  deadline: ['overdue', 'missed', 'in-time']
};
const USUAL = ['words', 'caseNumber', 'customer', 'person', 'from', 'to'];
const RARE = ['state', 'outcome', 'level', 'cause', 'trigger', 'deadline', 'product', 'team'];
const SIZE = 25;
const SEARCHES = '/api/escalations/searches';

const asked = () => new URLSearchParams(location.hash.split('?')[1] || '');
const goTo = (query) => { location.hash = `#/escalations?${query}`; };

function field(parent, name, query) {
  const label = element(parent, 'label', {}, T[name]);
  if (!CHOICES[name]) {
    element(label, 'input', { name, type: name === 'from' || name === 'to' ? 'date' : 'text', value: query.get(name) || '' });
    return;
  }
  const select = element(label, 'select', { name });
  element(select, 'option', { value: '' }, T.any);
  CHOICES[name].forEach((value) => element(select, 'option', { value, selected: query.get(name) === value }, words(value)));
}

function searchForm(body, query, say) {
  const form = element(body, 'form', { role: 'search', 'aria-label': T.search });
  const usual = element(form, 'div', { class: 'tools' });
  USUAL.forEach((name) => field(usual, name, query));
  element(usual, 'button', { class: 'btn btn-primary', type: 'submit' }, T.search);
  element(usual, 'button', { class: 'btn btn-default', type: 'button', onclick: () => goTo('') }, T.clear);
  const more = element(form, 'details', { class: 'more', open: RARE.some((name) => query.get(name)) });
  element(more, 'summary', {}, T.more);
  const rare = element(more, 'div', { class: 'tools' });
  RARE.forEach((name) => field(rare, name, query));
  const entered = () => {
    const given = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (value) given.set(name, value); });
    return given;
  };
  form.addEventListener('submit', (event) => { event.preventDefault(); goTo(entered()); });
  const besides = element(body, 'details', { class: 'more' });
  element(besides, 'summary', {}, T.tools);
  saving(element(besides, 'div', { class: 'tools' }), entered, say);
  const tools = element(besides, 'div', { class: 'tools' });
  sampling(tools, entered, say, body);
  element(tools, 'button', { class: 'btn btn-default', type: 'button', onclick: () => download(`/api/escalations?${query}`, 'text/csv', 'escalations.csv').catch((e) => say(`${T.failed} ${e.message}`)) }, T.csv);
}

/** The reader's own searches, kept on the server: they are there on every machine. */
async function saving(tools, entered, say) {
  let searches = [];
  const list = element(element(tools, 'label', {}, T.saved), 'select', { onchange: (event) => { const chosen = searches.find((each) => each.name === event.target.value); if (chosen) goTo(chosen.query); } });
  const show = (kept) => {
    searches = kept;
    list.replaceChildren();
    element(list, 'option', { value: '' }, '–');
    searches.forEach((each) => element(list, 'option', { value: each.name }, each.name));
  };
  const change = (path, how) => ask(path, 'application/json', how).then(show).catch((e) => say(`${T.failed} ${e.message}`));
  const name = element(element(tools, 'label', {}, T.name), 'input', { type: 'text', maxlength: 100 });
  element(tools, 'button', { class: 'btn btn-default', type: 'button', onclick: () => change(SEARCHES, { method: 'POST', send: { name: name.value, query: String(entered()) } }) }, T.save);
  element(tools, 'button', { class: 'btn btn-default', type: 'button', onclick: () => change(`${SEARCHES}?name=${encodeURIComponent(list.value || name.value)}`, { method: 'DELETE' }) }, T.remove);
  await change(SEARCHES);
}

function sampling(tools, entered, say, body) {
  const seed = element(element(tools, 'label', {}, T.seed), 'input', { type: 'text', value: 'review' });
  const size = element(element(tools, 'label', {}, T.size), 'input', { type: 'number', min: 1, max: 500, value: 10 });
  element(tools, 'button', { class: 'btn btn-default', type: 'button', onclick: async () => {
    const query = entered();
    if (!query.get('from') || !query.get('to')) { say(T.sampleNeeds); return; }
    try {
      const drawn = await ask(`/api/escalations/sample?seed=${encodeURIComponent(seed.value)}&size=${size.value}&from=${query.get('from')}&to=${query.get('to')}${query.get('team') ? `&team=${query.get('team')}` : ''}`);
      say(T.drawn(drawn));
      const list = body.querySelector('.sample') || element(body, 'ul', { class: 'sample' });
      list.replaceChildren();
      drawn.caseNumbers.forEach((number) => element(element(list, 'li'), 'a', { href: `#/escalations/${number}` }, number));
    } catch (e) { say(`${T.failed} ${e.message}`); }
  } }, T.draw);
}

function results(body, found, query, say) {
  const first = found.page * found.size;
  say(T.found(found.total, first + 1, first + found.cases.length));
  if (!found.cases.length) return;
  const sort = query.get('sort') || '-openedAt';
  const heads = ['caseNumber', 'openedAt', 'customerNumber', 'title', 'level', 'state', 'people', 'deadline', 'settledAt'].map((field) => (th) => {
    if (field === 'people' || field === 'deadline') { th.textContent = T.heads[field]; return; }
    const order = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none';
    th.setAttribute('aria-sort', order);
    element(th, 'button', { type: 'button', onclick: () => { query.set('sort', order === 'descending' ? field : `-${field}`); query.delete('page'); goTo(query); } },
      T.heads[field] + (order === 'ascending' ? ' ▲' : order === 'descending' ? ' ▼' : ''));
  });
  const rows = table(body, heads, T.results);
  for (const each of found.cases) {
    const row = element(rows, 'tr');
    element(element(row, 'td', { class: 'short' }), 'a', { href: `#/escalations/${each.caseNumber}` }, each.caseNumber);
    element(row, 'td', {}, day(each.openedAt));
    element(row, 'td', {}, [each.customerName, each.customerNumber].filter(Boolean).join(', '));
    element(row, 'td', {}, [each.title, each.product, each.practice && T.practice].filter(Boolean).join(' · '));
    element(row, 'td', {}, `${each.level}${each.trigger && each.level > 1 ? ` · ${words(each.trigger)}` : ''}`);
    element(row, 'td', {}, words(each.state) + (each.outcome && each.outcome !== each.state ? `, ${words(each.outcome)}` : ''));
    element(row, 'td', {}, [...new Set([each.agent, each.owner].filter(Boolean))].map((id) => person(id, found.names)).concat(each.offeredTo ? `${T.waitsFor} ${each.offeredTo}` : []).join(', '));
    element(row, 'td', { class: each.deadline === 'in-time' ? '' : 'bad' }, words(each.deadline));
    element(row, 'td', {}, day(each.settledAt));
  }
  const pager = element(body, 'nav', { class: 'tools', 'aria-label': T.results });
  const turn = (to) => () => { query.set('page', to); goTo(query); };
  if (found.page > 0) element(pager, 'button', { class: 'btn btn-default', type: 'button', onclick: turn(found.page - 1) }, T.previous);
  if (found.cases.length === found.size && (found.total >= 1000 || first + found.size < found.total)) element(pager, 'button', { class: 'btn btn-default', type: 'button', onclick: turn(found.page + 1) }, T.next);
}

async function searchPage(node) {
  const { body, say } = page(node, T.title, T.loading);
  const query = asked();
  try {
    const may = await permission();
    if (!may.cases) { say(T.forbidden); return; }
    searchForm(body, query, say);
    query.set('size', SIZE);
    results(body, await ask(`/api/escalations?${query}`), asked(), say);
    element(body, 'p', { class: 'hint' }, zoneTold());
  } catch (e) { say(`${T.failed} ${e.message}`); }
}

function list(parent, lines) {
  if (!lines.length) { element(parent, 'p', {}, T.none); return; }
  const made = element(parent, 'ul');
  lines.forEach((line) => element(made, 'li', {}, line));
}

function glance(body, file, may, again) {
  element(body, 'h2', {}, T.glance);
  const grid = element(body, 'div', { class: 'glance' });
  const box = (title, lines) => { const made = element(grid, 'section'); element(made, 'h3', {}, title); list(made, lines); };
  box(T.approved, file.summary.approved);
  box(T.waited, file.summary.waited);
  box(T.promised, file.summary.promised);
  const { outcome } = file;
  box(T.came, [
    `${T.received}: ${day(file.receivedOn || file.openedAt)}`, `${T.opened}: ${day(file.openedAt)}`, `${T.settled}: ${day(file.settledAt)}`, `${T.closed}: ${day(file.closedAt)}`,
    `${T.customerSaid}: ${words(outcome.settlement)}`, `${T.finding}: ${outcome.finding ? words(outcome.finding) : T.notYet}`,
    `${T.offered}: ${outcome.redressOffered.join('; ') || '–'}; ${T.accepted}: ${outcome.redressAccepted.join('; ') || '–'}; ${T.paid}: ${outcome.redressPaid.join('; ') || '–'}`,
    `${T.causeIs}: ${words(outcome.cause)}${outcome.causeEvidence ? ` (${outcome.causeEvidence})` : ''}`
  ]);
  if (file.clocks.length) box(T.clocks, file.clocks.map((clock) => [clock.what, words(clock.kind), day(clock.dueAt), words(clock.state), clock.rule].filter(Boolean).join(' · ')));
  if (outcome.classified.length) {
    box(T.trail, outcome.classified.map((each) => `${day(each.at)}, ${person(each.who, file.names)}: ${T.fields[each.field]} ${each.before ? `${T.before} “${words(each.before)}”, ` : ''}“${words(each.after)}”`));
  }
  if (may.classify) correcting(element(grid, 'section'), file, again);
}

/** Root cause and finding, corrected by who may, with what shows it. */
function correcting(section, file, again) {
  element(section, 'h3', {}, T.correct);
  const form = element(section, 'form');
  const choose = (name, label, values) => {
    const select = element(element(form, 'label', {}, label), 'select', { name });
    element(select, 'option', { value: '' }, T.unchanged);
    values.forEach((value) => element(select, 'option', { value }, words(value)));
  };
  choose('cause', T.causeIs, CHOICES.cause);
  choose('finding', T.finding, ['upheld', 'partly-upheld', 'not-upheld']);
  element(element(form, 'label', {}, T.evidenceNeeded), 'input', { name: 'evidence', type: 'text', required: true, maxlength: 2000 });
  element(form, 'button', { class: 'btn btn-default correct', type: 'submit' }, T.correctIt);
  const answer = element(form, 'p', { role: 'alert' });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const send = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    try {
      await ask(`/api/cases/${encodeURIComponent(file.caseNumber)}/classification`, 'application/json', { method: 'POST', send });
      again();
    } catch (e) { answer.textContent = e.message; }
  });
}

function why(body, file) {
  element(body, 'h2', {}, T.why);
  const made = element(body, 'ol', { class: 'why' });
  for (const reason of file.reasons) {
    const item = element(made, 'li', {}, `${reason.sentence} `);
    if (!reason.evidence.length) continue;
    const details = element(item, 'details');
    element(details, 'summary', {}, T.evidence);
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
  element(body, 'p', { class: 'hint' }, T.wayHint);
  for (const [definitionId, taken] of versions) {
    element(body, 'h3', {}, `${taken[0].processName}, ${T.version} ${taken[0].version}`);
    const links = element(body, 'p');
    // Cockpit has no page for an instance that is over
    new Set(taken.filter((passage) => !passage.to).map((passage) => passage.instanceId)).forEach((id) => { element(links, 'a', { href: `#/process-instance/${id}/runtime` }, `${T.instance} ${id.slice(0, 8)}`); links.append(' · '); });
    element(links, 'a', { href: `#/process-definition/${definitionId}/runtime` }, T.definition);
    const drawing = await draw(element(body, 'div', { class: 'diagram', role: 'group', 'aria-label': `${taken[0].processName}: ${[...new Set(taken.map((p) => p.name || p.element))].join(', ')}` }), definitionId);
    mark(drawing, taken);
  }
}

function mark(drawing, taken) {
  const byElement = Map.groupBy ? Map.groupBy(taken, (p) => p.element) : taken.reduce((all, p) => all.set(p.element, [...(all.get(p.element) || []), p]), new Map());
  for (const [id, times] of byElement) {
    if (!drawing.elements.get(id)) continue;
    drawing.canvas.addMarker(id, times.every((p) => p.cancelled) ? 'cancelled' : 'taken');
    const seconds = times.reduce((sum, p) => sum + (p.to ? (new Date(p.to) - new Date(p.from)) / 1000 : 0), 0);
    if (/Task|callActivity|subProcess|Catch/i.test(times[0].type)) badge(drawing, id, `${times.length}× ${span(seconds)}`);
  }
  drawing.elements.filter((each) => each.type === 'bpmn:SequenceFlow').forEach((flow) => {
    const from = byElement.get(flow.source && flow.source.id) || [];
    const to = byElement.get(flow.target && flow.target.id) || [];
    const follows = from.some((a) => a.to && to.some((b) => a.instanceId === b.instanceId && Math.abs(new Date(b.from) - new Date(a.to)) < 1500));
    if (follows) drawing.canvas.addMarker(flow.id, 'taken');
  });
}

function timeline(body, entries, names) {
  element(body, 'h2', {}, T.timeline);
  const kinds = [...new Set(entries.map((entry) => entry.kind))].sort();
  const filter = element(element(body, 'label', {}, T.shown), 'select');
  element(filter, 'option', { value: '' }, T.all);
  kinds.forEach((kind) => element(filter, 'option', { value: kind }, words(kind)));
  const rows = table(body, [T.at, T.kind, T.who, T.where, T.what], T.timeline);
  const show = () => {
    rows.replaceChildren();
    entries.filter((entry) => !filter.value || entry.kind === filter.value).forEach((entry) => {
      const row = element(rows, 'tr');
      element(row, 'td', { class: 'short' }, when(entry.at));
      element(row, 'td', { class: 'short' }, words(entry.kind));
      element(row, 'td', {}, person(entry.who, names));
      element(row, 'td', {}, (entry.step || '').replace(/^[A-Za-z]+_/, '').replace(/([a-z])([A-Z])/g, '$1 $2'));
      const cell = element(row, 'td');
      if (entry.field) element(cell, 'div', {}, `${words(entry.field.replaceAll('_', ' '))}: ${T.before} “${entry.before || ''}”, ${T.after} “${entry.after || ''}”`);
      if (entry.what) element(cell, 'pre', {}, entry.what);
      if (entry.detail) element(cell, 'div', { class: 'hint' }, entry.detail);
    });
  };
  filter.addEventListener('change', show);
  show();
}

function stories(body, file) {
  element(body, 'h2', {}, T.stories);
  file.storyVersions.forEach((version) => {
    const details = element(element(body, 'div'), 'details', { open: file.storyVersions.length === 1 });
    element(details, 'summary', {}, `${day(version.at)}, ${person(version.who, file.names)}`);
    element(details, 'pre', {}, version.text);
  });
  if (!file.storyVersions.length) element(body, 'pre', {}, file.brief.story || T.none);
}

async function casePage(node) {
  const caseNumber = decodeURIComponent((location.hash.match(/^#\/escalations\/([^/?]+)/) || [])[1] || '');
  const { body, heading, say } = page(node, caseNumber, T.loading);
  const tools = element(body, 'div', { class: 'tools' });
  element(tools, 'a', { href: '#/escalations' }, T.back);
  try {
    const may = await permission();
    if (!may.cases) { say(T.forbidden); return; }
    const file = await ask(`/api/cases/${encodeURIComponent(caseNumber)}`);
    heading.textContent = `${caseNumber} · ${file.brief.title || ''}`;
    say([...new Set([file.brief.customerName, words(file.state), words(file.outcome.settlement)])].filter((text) => text && text !== '–').join(' · '));
    const offer = (text, path, accept, name) => element(tools, 'button', { class: 'btn btn-default', type: 'button', onclick: () => download(path, accept, name).catch((e) => say(`${T.failed} ${e.message}`)) }, text);
    const other = LANGUAGE === 'de' ? 'en' : 'de';
    offer(T.pdf, `/api/escalations/${encodeURIComponent(caseNumber)}/explanation?language=${LANGUAGE}`, 'application/pdf', `${caseNumber}.pdf`);
    offer(T.pdfOther, `/api/escalations/${encodeURIComponent(caseNumber)}/explanation?language=${other}`, 'application/pdf', `${caseNumber}.${other}.pdf`);
    offer(T.zip, `/api/escalations/${encodeURIComponent(caseNumber)}/bundle?language=${LANGUAGE}`, 'application/zip', `${caseNumber}.zip`);
    element(tools, 'span', { class: 'hint' }, zoneTold());
    glance(body, file, may, () => { node.replaceChildren(); casePage(node); });
    why(body, file);
    element(body, 'h2', {}, T.way);
    const place = element(body, 'div');
    const events = element(body, 'div');
    timeline(events, await ask(`/api/escalations/${encodeURIComponent(caseNumber)}/timeline`), file.names);
    stories(body, file);
    if (may.history) await way(place, caseNumber);
    else element(place, 'p', {}, T.noWay);
  } catch (e) { say(`${T.failed} ${e.message}`); }
}

/** From an instance in Cockpit back to its case. */
async function caseOf(node, processInstanceId) {
  const engine = (location.pathname.match(/cockpit\/([^/]+)/) || [])[1] || 'default';
  const instance = await ask(`/camunda/api/engine/engine/${engine}/process-instance/${encodeURIComponent(processInstanceId)}`);
  if (instance.businessKey) element(element(node, 'p', { style: 'padding: 1em' }), 'a', { href: `#/escalations/${instance.businessKey}` }, `${T.title}: ${instance.businessKey}`);
}

export default [
  { id: 'recourse.escalations.page', pluginPoint: 'cockpit.route', properties: { path: '/escalations' }, render: (node) => { searchPage(node); } },
  { id: 'recourse.escalations.case', pluginPoint: 'cockpit.route', properties: { path: '/escalations/:caseNumber' }, render: (node) => { casePage(node); } },
  { id: 'recourse.escalations.back', pluginPoint: 'cockpit.processInstance.runtime.tab', priority: 1, properties: { label: T.tab }, render: (node, { processInstanceId }) => { caseOf(node, processInstanceId).catch(() => {}); } },
  { id: 'recourse.escalations.link', pluginPoint: 'cockpit.navigation', priority: 30, properties: { path: '#/escalations' }, render: link('cases', '/escalations', T.title) }
];
