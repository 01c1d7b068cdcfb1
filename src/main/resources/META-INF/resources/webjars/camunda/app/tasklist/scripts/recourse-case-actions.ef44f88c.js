// What people do to a case beside its steps: take it over, take an answer back, close or reopen it, move it to another
// customer, add a file. Each with a reason, and only what the server would take from this person. "Find case" in the bar leads to
// cases that have no step here: a colleague's, or one that ended.
import { ask, at, el, onAnswer, openStep, say, t } from './recourse-desk.119e0d75.js';

const STEPS = {
  listen: ['Listen', 'Zuhören'], restate: ['Restate', 'Wiederholen'], propose: ['Propose a solution', 'Lösung vorschlagen'],
  check: ['Check agreement', 'Zustimmung prüfen'], review: ['Review hand-over', 'Übergabe prüfen']
};
const CLOSED_AS = [['', 'a case of a customer', 'ein Fall eines Kunden'], ['duplicate', 'a duplicate', 'doppelt'], ['wrong-number', 'a wrong number', 'verwählt'], ['test', 'a test', 'ein Test']];
const STATES = { open: ['open', 'offen'], settled: ['settled', 'beigelegt'], closed: ['closed', 'geschlossen'], withdrawn: ['withdrawn', 'zurückgezogen'], joined: ['joined another', 'gehört zu anderem'] };
let made = 0;

const labelled = (label, field) => {
  field.id = `recourse-field-${(made += 1)}`;
  return [el('label', { for: field.id }, label), field];
};
const chosen = (values) => el('select', { class: 'form-control' }, values.map(([value, label]) => el('option', { value }, label)));
const reason = () => el('textarea', { class: 'form-control', rows: '2', maxlength: '4000', required: true });

/** The server names the field as the API does; people know it by its label. */
const LABELS = { customerNumber: ['Number, phone or mail address of the right customer', 'Nummer, Telefon oder E-Mail des richtigen Kunden'], reason: ['Why', 'Warum'], step: ['Go back to', 'Zurück zu'], level: ['At level', 'Auf Stufe'] };
const plainly = (message) => message.replace(/^(\w+)(?=: )/, (field) => (LABELS[field] ? t(...LABELS[field]) : field));

/** A button that unfolds what it needs to know. What was refused before is no longer said when it works; false is: not yet. */
function action(title, fields, send, done) {
  const why = reason();
  let forget = () => {};
  const go = async (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (button) button.disabled = true;
    forget();
    try {
      if ((await send(why.value)) !== false) done();
    } catch (refused) {
      forget = say(plainly(refused.message), { urgent: true });
    } finally {
      if (button) button.disabled = false;
    }
  };
  const toTheFirst = ({ target }) => target.open && target.querySelector('select, input, textarea')?.focus();
  return el('details', { ontoggle: toTheFirst }, el('summary', { class: 'btn btn-default btn-sm' }, title),
    el('form', { onsubmit: go }, fields.flat(), labelled(t('Why? It goes on record.', 'Warum? Das wird festgehalten.'), why), el('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, title)));
}

/** Opens the step that the case waits at, when it is this person's now. */
async function goOn(caseNumber) {
  const next = await ask(`/api/work/next?case=${encodeURIComponent(caseNumber)}`).catch(() => null);
  if (next?.mine) openStep(next.mine.taskId);
}

/** Number, phone in any notation or mail address; of several whom it fits one is chosen before anything is sent. */
async function toCustomer(field, offered, send) {
  const said = field.value.trim();
  const found = await ask(`/api/customers?${new URLSearchParams({ number: said, phone: said, email: said })}`);
  const right = found.length === 1 ? found[0] : found.find((one) => one.number === said);
  if (right) return send(right.number);
  if (!found.length) throw new Error(`customerNumber: ${t(`nobody has the number, phone or mail address “${said}”.`, `niemand hat die Nummer, Telefonnummer oder E-Mail-Adresse „${said}“.`)}`);
  const choice = which(found, (number) => {
    field.value = number;
    choice.remove();
    field.focus();
  });
  offered.replaceChildren(choice);
  choice.querySelector('button').focus();
  return false;
}

export async function actions(caseNumber, reload) {
  const may = await ask(`/api/cases/${caseNumber}/actions`).catch(() => null);
  if (!may) return null;
  const post = (what, body) => ask(`/api/cases/${caseNumber}/${what}`, { method: 'POST', body });
  const done = (sentence) => () => {
    say(sentence);
    reload();
  };
  const back = chosen(may.takeBack.map((step) => [step, t(...STEPS[step])]));
  const as = chosen(CLOSED_AS.map(([value, english, deutsch]) => [value, t(english, deutsch)]));
  const level = chosen([['', t('one higher than it was', 'eine höher als zuvor')], ['2', t('2, supervisor', '2, Vorgesetzte')], ['3', t('3, manager', '3, Leitung')]]);
  const customer = el('input', { class: 'form-control', required: true, maxlength: '200', placeholder: 'C-10017' });
  const offered = el('div', { 'aria-live': 'polite' });
  const buttons = [
    may.takeOver && action(t('Take over', 'Übernehmen'), [], (why) => post('take-over', { reason: why }), () => {
      done(t('It is yours now. Whoever had it is told.', 'Er ist jetzt Ihrer. Wer ihn hatte, erfährt es.'))();
      goOn(caseNumber);
    }),
    may.takeBack.length > 0 && action(t('Take an answer back', 'Antwort zurücknehmen'), labelled(t(...LABELS.step), back), (why) => post('corrections', { step: back.value, reason: why }), () => {
      done(t('The answer is taken back; the step is open again.', 'Die Antwort ist zurückgenommen, der Schritt ist wieder offen.'))();
      goOn(caseNumber);
    }),
    may.otherCustomer && action(t('Wrong customer', 'Falscher Kunde'), [...labelled(t(...LABELS.customerNumber), customer), offered], (why) => toCustomer(customer, offered, (number) => post('customer', { customerNumber: number, reason: why })), done(t('The case belongs to that customer now.', 'Der Fall gehört jetzt diesem Kunden.'))),
    may.close && action(t('Close the case', 'Fall schließen'), labelled(t('It was', 'Es war'), as), (why) => post('closing', as.value ? { as: as.value, reason: why } : { reason: why }), done(t('The case is closed.', 'Der Fall ist geschlossen.'))),
    may.reopen && action(t('Reopen the case', 'Fall wieder öffnen'), labelled(t(...LABELS.level), level), (why) => post('reopening', level.value ? { level: Number(level.value), reason: why } : { reason: why }), done(t('The case is open again.', 'Der Fall ist wieder offen.')))
  ].filter(Boolean);
  return buttons.length ? el('div', { class: 'recourse-actions', role: 'group', 'aria-label': t('Do something with this case', 'Etwas mit diesem Fall tun') }, buttons) : null;
}

const size = (bytes) => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`);
const token = () => decodeURIComponent((document.cookie.match(/XSRF-TOKEN=([^;]+)/) ?? [])[1] ?? '');

/** The case's files, each to be downloaded, and a field to add one. */
export function files(file, name, reload) {
  const pick = el('input', { type: 'file', required: true });
  const add = async (event) => {
    event.preventDefault();
    const body = new FormData();
    body.append('file', pick.files[0]);
    const answer = await fetch(`/api/cases/${file.caseNumber}/attachments`, { method: 'POST', headers: { 'X-XSRF-TOKEN': token(), Accept: 'application/json' }, body }).catch(() => null);
    if (answer?.ok) {
      say(t('The file is added to the case.', 'Die Datei ist dem Fall beigefügt.'));
      reload();
    } else {
      const problem = await answer?.json().catch(() => null);
      say(problem?.detail ?? t('The file could not be sent. Try again.', 'Die Datei konnte nicht gesendet werden. Versuchen Sie es noch einmal.'), { urgent: true });
    }
  };
  return [
    file.attachments.length ? el('ul', { class: 'recourse-files' }, file.attachments.map((one) => el('li', {},
      el('a', { href: `/api/cases/${file.caseNumber}/attachments/${one.id}`, download: one.name }, one.name), ` ${size(one.size)}, ${name(one.addedBy)}, ${at(one.addedAt)}`))) : null,
    el('form', { class: 'recourse-comment', onsubmit: add }, labelled(t('Add a file (PDF, picture, text; 10 MB at most)', 'Datei beifügen (PDF, Bild, Text; höchstens 10 MB)'), pick), el('button', { type: 'submit', class: 'btn btn-default' }, t('Add file', 'Datei beifügen')))
  ];
}

function find() {
  const words = el('input', { class: 'form-control', required: true, type: 'search', maxlength: '120' });
  const list = el('div', { 'aria-live': 'polite' });
  const dialog = document.body.appendChild(el('dialog', { id: 'recourse-find', 'aria-labelledby': 'recourse-find-title' }));
  const open = (caseNumber) => {
    dialog.close();
    document.dispatchEvent(new CustomEvent('recourse-case-file', { detail: caseNumber }));
  };
  const row = (one) => (one.readable
    ? el('li', {}, el('button', { type: 'button', class: 'btn btn-link', onclick: () => open(one.caseNumber) }, `${one.caseNumber}: ${one.title ?? ''}`),
      ` ${[one.customer, t(...(STATES[one.state] ?? [one.state, one.state])), one.with, at(one.openedAt)].filter(Boolean).join(' · ')}`)
    : el('li', {}, `${one.caseNumber}: ${t(...(STATES[one.state] ?? [one.state, one.state]))}, ${t('with another team. Open a case for this customer to record the call; it joins by itself.', 'bei einem anderen Team. Eröffnen Sie einen Fall für diesen Kunden, er kommt von selbst dazu.')}`));
  const search = async (event) => {
    event.preventDefault();
    try {
      const found = await ask(`/api/cases?find=${encodeURIComponent(words.value)}`);
      list.replaceChildren(found.length ? el('ul', {}, found.map(row)) : el('p', {}, t('Nothing fits.', 'Nichts passt.')));
    } catch (refused) {
      list.replaceChildren(el('p', { role: 'alert' }, refused.message));
    }
  };
  dialog.append(el('h2', { id: 'recourse-find-title' }, t('Find a case', 'Fall suchen')),
    el('form', { onsubmit: search }, labelled(t('Case number, customer number, phone or mail address', 'Fallnummer, Kundennummer, Telefon oder E-Mail'), words), el('button', { type: 'submit', class: 'btn btn-primary' }, t('Find', 'Suchen')), ' ',
      el('button', { type: 'button', class: 'btn btn-default', onclick: () => dialog.close() }, t('Close', 'Schließen'))), list);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('keydown', (event) => event.stopPropagation()); // not meant for Tasklist's shortcuts
  dialog.showModal();
  words.focus();
}

/** Customers by name and number; the number of whoever is chosen is taken. */
const which = (customers, take) => el('div', { class: 'recourse-which', role: 'group', 'aria-label': t('Several customers fit', 'Mehrere Kunden passen') },
  el('p', {}, t('Several customers fit. Which one is it?', 'Mehrere Kunden passen. Welcher ist es?')),
  customers.slice(0, 6).map((one) => el('button', { type: 'button', class: 'btn btn-default', onclick: () => take(one.number) }, one.name ? `${one.name} (${one.number})` : one.number)));

/** Several customers share a phone number or an address: they are offered by name above the form, whoever is chosen is filled in. */
async function whichOne({ url, status, request }) {
  if (status !== 400 || !/\/process-definition\/[^/]+\/submit-form/.test(url) || !/several customers fit|mehrere Kunden/i.test(request.responseText)) return;
  const sent = JSON.parse(request.recourseBody).variables;
  const query = new URLSearchParams(['phone', 'email'].filter((key) => sent[key]?.value).map((key) => [key, sent[key].value]));
  const customers = await ask(`/api/customers?${query}`).catch(() => []);
  const form = document.querySelector('.modal-content .fjs-container');
  if (!form || !customers.length) return;
  const choice = which(customers, (number) => {
    const field = form.querySelector('[id$="Field_CustomerNumber"]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, number);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    choice.remove();
    field.focus();
  });
  form.parentElement.querySelector('.recourse-which')?.remove();
  form.before(choice);
  choice.querySelector('button').focus();
}

export default {
  id: 'recourse.find-case',
  pluginPoint: 'tasklist.navbar.action',
  priority: 160,
  render: (place) => {
    onAnswer(whichOne);
    place.append(el('button', { type: 'button', class: 'recourse-bell', onclick: find }, t('Find case', 'Fall suchen')));
  }
};
