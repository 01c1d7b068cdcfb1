// What Recourse's pages in Cockpit share: making elements, asking the API, saying numbers and times, drawing a diagram.
export const LANGUAGE = (navigator.language || 'en').toLowerCase().startsWith('de') ? 'de' : 'en';

export const STYLE = `
.recourse { padding: 1.5em 2em 4em; max-width: 1500px; color: #222; overflow-y: auto; height: calc(100vh - 110px); box-sizing: border-box; }
.recourse h1 { font-size: 22px; margin: 0 0 .6em; } .recourse h2 { font-size: 17px; margin: 1.6em 0 .5em; } .recourse h3 { font-size: 14px; margin: 0 0 .3em; font-weight: 600; }
.recourse table { border-collapse: collapse; width: 100%; } .recourse caption { text-align: left; color: #444; }
.recourse th, .recourse td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere; }
.recourse th button { border: 0; background: none; padding: 0; font: inherit; font-weight: 600; color: #155cb5; }
.recourse a { color: #155cb5; text-decoration: underline; }
.recourse th, .recourse .short { white-space: nowrap; overflow-wrap: normal; } .recourse th.number { text-align: right; }
.recourse .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.recourse .tools { display: flex; gap: .8em 1em; align-items: end; flex-wrap: wrap; margin-bottom: .6em; }
.recourse label { display: block; font-weight: 600; margin: 0; } .recourse input, .recourse select { display: block; font-weight: 400; padding: 3px 6px; height: 28px; max-width: 15em; }
.recourse .hint { color: #555; margin: .4em 0; } .recourse [role=status] { min-height: 1.6em; margin: .6em 0; font-weight: 600; }
.recourse .glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 1em; margin: 1em 0; }
.recourse .glance section, .recourse .card { border: 1px solid #c9d3de; border-left: 4px solid #1d3c5a; padding: .7em 1em; background: #f7f9fb; }
.recourse .glance ul { margin: 0; padding-left: 1.2em; } .recourse pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: none; border: 0; padding: 0; margin: 0; }
.recourse .why { padding-left: 1.4em; } .recourse .why li { margin-bottom: .35em; } .recourse details { display: inline-block; vertical-align: top; } .recourse summary { color: #155cb5; cursor: pointer; }
.recourse .diagram { height: 420px; border: 1px solid #ccc; background: #fff; margin: .4em 0 1em; }
.recourse .diagram .taken .djs-visual > :nth-child(1) { stroke: #0b6e3b !important; stroke-width: 3px !important; } .recourse .diagram .cancelled .djs-visual > :nth-child(1) { stroke: #a34700 !important; stroke-dasharray: 6 3; stroke-width: 3px !important; }
.recourse .diagram .slow .djs-visual > :nth-child(1) { fill: #f7d3cf !important; } .recourse .diagram .slower .djs-visual > :nth-child(1) { fill: #ee9d94 !important; }
.recourse .badge-times { background: #1d3c5a; color: #fff; border-radius: 8px; padding: 1px 7px; font-size: 11px; white-space: nowrap; }
.recourse .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 1em; } .recourse .card .value { font-size: 26px; font-weight: 600; } .recourse .card canvas { max-height: 190px; } .recourse .card details { display: block; }
.recourse .bad { color: #a3132a; } .recourse .good { color: #0b6e3b; } .recourse .few { color: #7a4b00; font-weight: 600; }
.recourse .kind { display: inline-block; min-width: 7em; font-weight: 600; } .recourse .scroll { overflow-x: auto; }
.recourse .more { display: block; margin: 0 0 .6em; } .recourse .more > .tools { margin-top: .6em; } .recourse .correct { margin-top: .5em; }
.recourse :focus-visible { outline: 3px solid #155cb5; outline-offset: 1px; }`;

export function element(parent, name, attributes = {}, text = undefined) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  if (text !== undefined && text !== null) made.textContent = text;
  return parent.appendChild(made);
}

/** A page of its own below Cockpit's header, with a heading and a line that says what is going on. */
export function page(node, title, loading) {
  element(node, 'style', {}, STYLE);
  const main = element(node, 'main', { class: 'recourse', lang: LANGUAGE });
  const heading = element(main, 'h1', { tabindex: '-1' }, title);
  const status = element(main, 'p', { role: 'status' }, loading);
  const body = element(main, 'div');
  return { main, heading, body, say: (sentence) => { status.textContent = sentence; } };
}

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** The answer's JSON, or the file; throws with the server's sentence when it refuses. */
export async function ask(path, accept = 'application/json', { method = 'GET', send } = {}) {
  const headers = { Accept: accept, 'Accept-Language': LANGUAGE, 'X-XSRF-TOKEN': token() };
  if (send) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, body: send && JSON.stringify(send) });
  if (accept !== 'application/json') {
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.blob();
  }
  const text = await answer.text();
  let body = null;
  try { body = JSON.parse(text); } catch (ignored) { /* not ours */ }
  if (!answer.ok) throw new Error((body && body.detail) || `${answer.status}`);
  return body;
}

export async function download(path, accept, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await ask(path, accept));
  link.download = name;
  document.body.appendChild(link).click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

let zone;

/** What the reader may see; from then on times are told in the house's zone. */
export async function permission() {
  const may = await ask('/api/escalations/permission');
  zone = may.zone;
  return may;
}

/** Says once on a page which clock its times are of. */
export const zoneTold = () => (LANGUAGE === 'de' ? `Zeiten in ${zone}` : `Times in ${zone}`);

const told = (at, timeStyle) => (at ? new Intl.DateTimeFormat(LANGUAGE === 'de' ? 'de' : 'en-GB', { dateStyle: 'medium', timeStyle, timeZone: zone }).format(new Date(at)) : '–');
export const when = (at) => told(at, 'medium');
export const day = (at) => told(at, 'short');

const GERMAN = {
  open: 'offen', settled: 'geeinigt', closed: 'abgeschlossen', withdrawn: 'zurückgezogen', joined: 'zu anderem Fall', agreed: 'einverstanden', 'accepted-no-change': 'ohne Änderung hingenommen',
  'final-accepted': 'abschließende Antwort angenommen', 'final-refused': 'abschließende Antwort abgelehnt', unreachable: 'nicht erreicht', 'closed-by-supervisor': 'von der Teamleitung geschlossen',
  'complex-matter': 'schwierige oder technische Sache', 'missing-knowledge': 'fehlende Schulung oder Kenntnis', 'no-authority': 'keine Befugnis an vorderster Stelle', 'poor-information': 'schlechter Informationsfluss',
  'long-wait': 'langes Warten oder Weiterreichen', 'first-handling': 'wie das erste Gespräch geführt wurde', 'product-or-policy': 'Produkt oder Regelung', other: 'anderes',
  demand: 'vorgesetzte Person verlangt', threat: 'Drohung', knowledge: 'Wissen', authority: 'Befugnis', conduct: 'Verhalten', 'angles-used-up': 'kein Weg mehr', safety: 'Sicherheit', vulnerability: 'schutzbedürftig',
  'cannot-continue': 'Agent kann nicht weiter', 'higher-level': 'höhere Stufe', reopened: 'wieder geöffnet', overdue: 'überfällig', missed: 'verpasst', 'in-time': 'rechtzeitig',
  upheld: 'berechtigt', 'partly-upheld': 'teilweise berechtigt', 'not-upheld': 'nicht berechtigt',
  opened: 'eröffnet', changed: 'geändert', decided: 'entschieden', proposed: 'angeboten', answered: 'beantwortet', 'handed-over': 'übergeben', 'taken-over': 'übernommen', advised: 'beraten', contacted: 'Kontakt',
  called: 'angerufen', promised: 'zugesagt', promise: 'Zusage', asked: 'gefragt', approval: 'Freigabe', granted: 'gewährt', told: 'mitgeteilt', 'checked-in': 'nachgefragt', 'left-blank': 'leer geblieben',
  moved: 'verschoben', corrected: 'berichtigt', attached: 'angehängt', read: 'gelesen', warned: 'verwarnt', refused: 'abgelehnt', decision: 'Entscheidung', message: 'Nachricht', payment: 'Zahlung', clock: 'Uhr',
  incident: 'Störung', operation: 'Verwaltung', running: 'läuft', paused: 'angehalten', met: 'eingehalten', breached: 'verletzt', escalated: 'eskaliert', 'not escalated': 'nicht eskaliert', refund: 'Erstattung', callback: 'Rückruf', 'check-in': 'Nachfrage', letter: 'Brief', 'given by the customer': 'vom Kunden', 'entered by staff': 'von uns eingegeben', 'not named': 'nicht benannt', approved: 'genehmigt', reduced: 'gekürzt', rejected: 'abgelehnt', service: 'Service', regulatory: 'Regulierung', step: 'Schritt'
};
export const words = (value) => (value === null || value === undefined || value === '' ? '–' : (LANGUAGE === 'de' && GERMAN[value]) || String(value).replaceAll('-', ' '));

/** {@code Manager Two (manager2)}; system and customer as words. */
export function person(id, names = {}) {
  if (id === 'system') return 'Recourse';
  if (id === 'customer') return LANGUAGE === 'de' ? 'der Kunde' : 'the customer';
  return !id ? '' : names[id] && names[id] !== id ? `${names[id]} (${id})` : id;
}

export function span(seconds) {
  if (seconds === null || seconds === undefined) return '–';
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  if (s < 172800) return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
  return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
}

const loaded = new Map();

/** Loads a program once. A name that AMD loaders would take for theirs is hidden meanwhile. */
export function load(path) {
  if (!loaded.has(path)) {
    loaded.set(path, new Promise((resolve, reject) => {
      const define = window.define;
      window.define = undefined;
      const script = document.createElement('script');
      const done = (then) => () => { window.define = define; then(); };
      script.onload = done(resolve);
      script.onerror = done(() => reject(new Error(path)));
      script.src = path;
      document.head.appendChild(script);
    }));
  }
  return loaded.get(path);
}

/** Draws a version of a diagram; gives its canvas, overlays and elements. */
export async function draw(container, definitionId) {
  await load('/webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js');
  const engine = (location.pathname.match(/cockpit\/([^/]+)/) || [])[1] || 'default';
  const model = await ask(`/camunda/api/engine/engine/${engine}/process-definition/${encodeURIComponent(definitionId)}/xml`);
  const viewer = new window.BpmnJS({ container });
  await viewer.importXML(model.bpmn20Xml);
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  return { canvas, overlays: viewer.get('overlays'), elements: viewer.get('elementRegistry') };
}

export function badge(drawing, id, text) {
  if (!drawing.elements.get(id)) return;
  const html = document.createElement('span');
  html.className = 'badge-times';
  html.textContent = text;
  drawing.overlays.add(id, { position: { bottom: 8, left: 2 }, html });
}

/** @param numbers heads of columns that hold numbers */
export function table(parent, heads, caption, numbers = []) {
  const made = element(element(parent, 'div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }), 'table');
  const row = element(element(made, 'thead'), 'tr');
  heads.forEach((head) => (typeof head === 'function' ? head(element(row, 'th', { scope: 'col' })) : element(row, 'th', { scope: 'col', class: numbers.includes(head) ? 'number' : undefined }, head)));
  return element(made, 'tbody');
}

/** A link in the navigation for those who may. */
export function link(may, path, title) {
  return (node) => {
    fetch('/api/escalations/permission', { headers: { Accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .then((permission) => { if (permission[may]) element(node, 'a', { href: `#${path}` }, title); })
      .catch(() => {});
  };
}

export default [];
