// What Recourse's plugins for Tasklist share: language, requests, sentences, the open form.
export const german = (navigator.language || 'en').toLowerCase().startsWith('de');
export const t = (english, deutsch) => (german ? deutsch : english);

/** Names of steps, processes and lists, which Tasklist shows as the diagrams have them. */
const NAMES = {
  Listen: 'Zuhören', Restate: 'Wiederholen', Propose: 'Vorschlagen', 'Check agreement': 'Einverständnis prüfen', 'Wrap up': 'Nachbereiten',
  'Prepare handover': 'Übergabe vorbereiten', 'Review handover': 'Übergabe prüfen', 'Resolve escalation': 'Eskalation lösen',
  'Decide final position': 'Endgültige Position festlegen', 'Approve compensation': 'Entschädigung freigeben', 'Call back': 'Zurückrufen',
  'Follow-up call': 'Nachfragen', 'Keep promise': 'Zusage einhalten', 'Answer question': 'Frage beantworten', 'Reassign case': 'Fall neu zuweisen',
  'Customer escalation': 'Kundeneskalation', 'After call': 'Nach dem Gespräch', Callback: 'Rückruf', 'Compensation approval': 'Freigabe einer Entschädigung',
  'Follow-up': 'Nachfassen', Promise: 'Zusage', Question: 'Frage', 'Clock watch': 'Fristenwache', 'Written offer': 'Schriftliches Angebot', Message: 'Nachricht',
  'My calls': 'Meine Gespräche', 'Hand-overs': 'Übergaben', Approvals: 'Freigaben', 'Callbacks due': 'Fällige Rückrufe', Promises: 'Zusagen',
  'My team': 'Mein Team', 'All my work': 'Alle meine Aufgaben',
  'Calls that are yours or wait for your team': 'Gespräche, die Ihre sind oder auf Ihr Team warten',
  'Escalations to review, to resolve, and to give to somebody else when they are overdue': 'Eskalationen zum Prüfen, zum Lösen und, wenn sie überfällig sind, zum Weitergeben',
  'Money that waits for a yes or a no': 'Geld, das auf ein Ja oder Nein wartet', 'Customers to be called now': 'Kunden, die jetzt anzurufen sind',
  'What was promised or asked, by due date': 'Was zugesagt oder gefragt wurde, nach Fälligkeit', 'Everything that somebody holds and you may see': 'Alles, was jemand hat und Sie sehen dürfen',
  'Every step that is yours or offered to you': 'Jeder Schritt, der Ihrer ist oder Ihnen angeboten wird'
};

/** What a step, a process or a list is called here; what a process owner named stays as it is. */
export const stepName = (name) => (german ? NAMES[name] ?? name : name);

const LOCALE = german ? 'de' : 'en-GB';

let zone;

/** The zone of the house, which the forms' times are in. */
export const inZone = (house) => (zone = house);

/** Date and time as people here read them. */
export const at = (instant) =>
  instant ? new Date(instant).toLocaleString(LOCALE, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }) : '';

export const money = (amount, currency) => new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(amount);

/** A length of time in its largest sensible unit: 45 s, 12 min, 3 h, 2 d. */
export function span(seconds) {
  const s = Math.abs(Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.round(s / 60)} min`;
  return s < 48 * 3600 ? `${Math.round(s / 3600)} h` : `${Math.round(s / 86400)} ${t('d', 'T')}`;
}

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** The answer's JSON; null when there is none. Throws with the server's sentence when it refuses. */
export async function ask(path, { method = 'GET', body, keepalive = false } = {}) {
  const headers = { Accept: 'application/json', 'Accept-Language': navigator.language, 'X-XSRF-TOKEN': token() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, keepalive, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? `${answer.status}`), { status: answer.status });
  }
  return answer.status === 204 ? null : answer.json();
}

/** An element with attributes; on… are listeners, children are texts or elements. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Says a sentence in the corner, read out by screen readers. Stays when something can be done about it. */
export function say(sentence, { urgent = false, actions = [], keep = actions.length > 0 } = {}) {
  let place = document.getElementById('recourse-said');
  if (!place) {
    place = document.body.appendChild(el('div', { id: 'recourse-said', role: 'status', 'aria-live': 'polite' }));
  }
  const line = el('div', { class: `recourse-sentence${urgent ? ' urgent' : ''}` }, el('p', {}, sentence));
  const close = () => line.remove();
  for (const { label, run } of actions) {
    line.append(el('button', { type: 'button', onclick: () => Promise.resolve(run()).then((left) => left !== false && close()) }, label));
  }
  line.append(el('button', { type: 'button', class: 'recourse-close', 'aria-label': t('Close', 'Schließen'), onclick: close }, '×'));
  place.append(line);
  while (place.children.length > 4) place.firstElementChild.remove();
  if (!keep) setTimeout(close, 9000);
  return close;
}

/** The task that is open in Tasklist. */
export const openTask = () => new URLSearchParams(location.hash.replace(/^#\/?\??/, '')).get('task');

export function openStep(taskId) {
  const query = new URLSearchParams(location.hash.replace(/^#\/?\??/, ''));
  query.set('task', taskId);
  query.set('detailsTab', 'task-detail-form');
  location.hash = `#/?${query}`;
}

/** Opens the case file of any case beside what is open. */
export const showCaseFile = (caseNumber) => document.dispatchEvent(new CustomEvent('recourse-case-file', { detail: caseNumber }));

const cases = new Map();

/** Number of the case that a task belongs to; null when it is none of a case or not to be seen. */
export async function caseOf(taskId) {
  if (!cases.has(taskId)) {
    const cards = await ask(`/api/work/cards?tasks=${encodeURIComponent(taskId)}`).catch(() => ({}));
    if (cards?.[taskId]) cases.set(taskId, cards[taskId].caseNumber);
  }
  return cases.get(taskId) ?? null;
}

/** The form-js form in an element; it is reached through the tree that its renderer leaves at the container. */
export function formIn(root = document) {
  const container = root.querySelector('.fjs-container');
  const seen = new Set();
  const find = (node, depth) => {
    if (!node || depth > 12 || seen.has(node)) return null;
    seen.add(node);
    if (typeof node.props?.value?.getService === 'function') return node.props.value.getService('form');
    for (const child of Array.isArray(node.__k) ? node.__k : []) {
      const found = find(child, depth + 1);
      if (found) return found;
    }
    return null;
  };
  return container ? find(container.__k, 0) : null;
}

/** What completes a step or starts a case. */
export const COMPLETE = '.task-details .form-actions .btn-primary, .modal-footer .btn-primary';

/** The one of a dialog that lies over everything comes first. */
export const completeButton = () => {
  const seen = [...document.querySelectorAll(COMPLETE)].filter((one) => one.getClientRects().length);
  return seen.find((one) => one.closest('.modal-content')) ?? seen.pop();
};

/** A form takes a text over a moment after the last key, or when its field is left: it is left first. */
export const takeOver = () => document.activeElement?.closest?.('.fjs-container') && document.activeElement.blur();

const WRONG = '.fjs-has-errors input, .fjs-has-errors textarea';

/** The button is locked until Tasklist has seen the last answer, on a slow machine for seconds; a marked field is said sooner. */
export function complete(tries = 100) {
  takeOver();
  const button = completeButton();
  if (button && !button.disabled) button.click();
  else if (button && tries > (document.querySelector(WRONG) ? 80 : 0)) setTimeout(() => complete(tries - 1), 50);
  else if (button) incomplete();
}

function incomplete() {
  const wrong = document.querySelector(WRONG);
  wrong?.focus();
  say(wrong ? t('An answer is missing or does not fit: look at the marked field.', 'Eine Antwort fehlt oder passt nicht: sehen Sie das markierte Feld an.') : t('This step cannot be completed yet. Is it yours?', 'Dieser Schritt lässt sich noch nicht abschließen. Gehört er Ihnen?'));
}

const watchers = [];

/** Calls back with {method, url, status, request} when one of Tasklist's own requests was answered. */
export const onAnswer = (watcher) => watchers.push(watcher);

const send = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  this.addEventListener('loadend', () => {
    for (const watcher of watchers) {
      try {
        watcher({ method: method.toUpperCase(), url: String(url), status: this.status, request: this });
      } catch (ignored) {
        // Tasklist goes on without our help
      }
    }
  });
  return send.call(this, method, url, ...rest);
};
const sendBody = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (body) {
  this.recourseBody = typeof body === 'string' ? body : '';
  return sendBody.call(this, body);
};

/** Calls back with each form that appears in Tasklist, and with the task it belongs to (null: a start form). */
export function onForm(appeared) {
  let last = null;
  setInterval(() => {
    const container = document.querySelector('.fjs-container');
    if (container === last) return;
    const form = container && formIn();
    if (container && !form) return; // not drawn yet
    last = container;
    if (form) appeared(form, container.closest('.modal-content') ? null : openTask(), container);
  }, 150);
}

export default [];
