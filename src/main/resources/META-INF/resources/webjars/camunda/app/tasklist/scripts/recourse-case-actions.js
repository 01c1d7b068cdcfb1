// What people do to a case beside its steps: take it over, take an answer back, close or reopen it, move it to another
// customer, add a file. Each with a reason, and only what the server would take from this person. "Find case" in the bar leads to
// cases that have no step here: a colleague's, or one that ended.
import { ask, at, button, choice, dialog, el, labelled, say, size, submit, t, word } from '/recourse/scripts/kit.js';
import { onAnswer, openStep, showCaseFile } from './recourse-desk.js';

const CLOSED_AS = ['duplicate', 'wrong-number', 'test'];

const reason = () => el('textarea', { class: 'form-control', rows: '2', maxlength: '4000', required: true });

/** The server names the field as the API does; people know it by its label. */
const plainly = (message) => message.replace(/^(\w+)(?=: )/, (field) => word('ui.label', field));

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
  return el(
    'details',
    { ontoggle: toTheFirst },
    el('summary', { class: 'btn btn-default btn-sm' }, title),
    el('form', { onsubmit: go }, fields.flat(), labelled(t('ui.why-on-record'), why), submit(title, { class: 'btn btn-primary btn-sm' }))
  );
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
  if (!found.length) throw new Error(`customerNumber: ${t('ui.find.no-customer', said)}`);
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
  const back = choice(may.takeBack.map((step) => [step, word('ui.step', step)]));
  const as = choice([['', t('ui.closed-as.case')], ...CLOSED_AS.map((how) => [how, word('settlement', how)])]);
  const level = choice([
    ['', t('ui.level.higher')],
    ['2', t('ui.level.2')],
    ['3', t('ui.level.3')]
  ]);
  const customer = el('input', { class: 'form-control', required: true, maxlength: '200', placeholder: 'C-10017' });
  const offered = el('div', { 'aria-live': 'polite' });
  const buttons = [
    may.takeOver &&
      action(
        t('ui.take-over'),
        [],
        (why) => post('take-over', { reason: why }),
        () => {
          done(t('ui.taken-over'))();
          goOn(caseNumber);
        }
      ),
    may.takeBack.length > 0 &&
      action(
        t('ui.take-answer-back'),
        labelled(t('ui.label.step'), back),
        (why) => post('corrections', { step: back.value, reason: why }),
        () => {
          done(t('ui.answer-taken-back'))();
          goOn(caseNumber);
        }
      ),
    may.otherCustomer &&
      action(
        t('ui.wrong-customer'),
        [...labelled(t('ui.label.customerNumber'), customer), offered],
        (why) => toCustomer(customer, offered, (number) => post('customer', { customerNumber: number, reason: why })),
        done(t('ui.customer-changed'))
      ),
    may.close &&
      action(
        t('ui.close-the-case'),
        labelled(t('ui.it-was'), as),
        (why) => post('closing', as.value ? { as: as.value, reason: why } : { reason: why }),
        done(t('ui.case-closed'))
      ),
    may.reopen &&
      action(
        t('ui.reopen-the-case'),
        labelled(t('ui.label.level'), level),
        (why) => post('reopening', level.value ? { level: Number(level.value), reason: why } : { reason: why }),
        done(t('ui.case-reopened'))
      )
  ].filter(Boolean);
  return buttons.length ? el('div', { class: 'recourse-actions', role: 'group', 'aria-label': t('ui.case-actions') }, buttons) : null;
}

/** The case's files, each to be downloaded, and a field to add one. */
export function files(file, name, reload) {
  const pick = el('input', { type: 'file', required: true });
  const add = async (event) => {
    event.preventDefault();
    const body = new FormData();
    body.append('file', pick.files[0]);
    try {
      await ask(`/api/cases/${file.caseNumber}/attachments`, { method: 'POST', body });
      say(t('ui.file-added'));
      reload();
    } catch (refused) {
      say(refused.status ? refused.message : t('ui.file-not-sent'), { urgent: true });
    }
  };
  return [
    file.attachments.length
      ? el(
          'ul',
          { class: 'recourse-files' },
          file.attachments.map((one) =>
            el(
              'li',
              {},
              el('a', { href: `/api/cases/${file.caseNumber}/attachments/${one.id}`, download: one.name }, one.name),
              ` ${size(one.size)}, ${name(one.addedBy)}, ${at(one.addedAt)}`
            )
          )
        )
      : null,
    el(
      'form',
      { class: 'recourse-comment', onsubmit: add },
      labelled(t('ui.add-file-hint'), pick),
      submit(t('ui.add-file'), { class: 'btn btn-default' })
    )
  ];
}

function find() {
  const words = el('input', { class: 'form-control', required: true, type: 'search', maxlength: '120' });
  const list = el('div', { 'aria-live': 'polite' });
  const open = (caseNumber) => {
    box.close();
    showCaseFile(caseNumber);
  };
  const state = (one) => word('case-state', one.state);
  const row = (one) =>
    one.readable
      ? el(
          'li',
          {},
          el(
            'button',
            { type: 'button', class: 'btn btn-link', onclick: () => open(one.caseNumber) },
            `${one.caseNumber}: ${one.title ?? ''}`
          ),
          ` ${[one.customer, state(one), one.with, at(one.openedAt)].filter(Boolean).join(' · ')}`
        )
      : el('li', {}, `${one.caseNumber}: ${state(one)}, ${t('ui.find.another-team')}`);
  const search = async (event) => {
    event.preventDefault();
    try {
      const found = await ask(`/api/cases?find=${encodeURIComponent(words.value)}`);
      list.replaceChildren(found.length ? el('ul', {}, found.map(row)) : el('p', {}, t('ui.nothing-fits')));
    } catch (refused) {
      list.replaceChildren(el('p', { role: 'alert' }, refused.message));
    }
  };
  const box = dialog(
    'recourse-find',
    t('ui.find-a-case'),
    el(
      'form',
      { onsubmit: search },
      labelled(t('ui.find.by'), words),
      submit(t('ui.find')),
      ' ',
      button(t('ui.close'), () => box.close())
    ),
    list
  );
  words.focus();
}

/** Customers by name and number; the number of whoever is chosen is taken. */
const which = (customers, take) =>
  el(
    'div',
    { class: 'recourse-which', role: 'group', 'aria-label': t('ui.several-customers-fit') },
    el('p', {}, t('ui.several-customers-which')),
    customers
      .slice(0, 6)
      .map((one) =>
        el(
          'button',
          { type: 'button', class: 'btn btn-default', onclick: () => take(one.number) },
          one.name ? `${one.name} (${one.number})` : one.number
        )
      )
  );

/** Several customers share a phone number or an address: they are offered by name above the form, whoever is chosen is filled in. */
async function whichOne({ url, status, request }) {
  if (status !== 400 || !/\/process-definition\/[^/]+\/submit-form/.test(url)) return;
  const sent = JSON.parse(request.recourseBody).variables;
  if (sent.customerNumber?.value) return;
  const query = new URLSearchParams(['phone', 'email'].filter((key) => sent[key]?.value).map((key) => [key, sent[key].value]));
  const customers = await ask(`/api/customers?${query}`).catch(() => []);
  const form = document.querySelector('.modal-content .fjs-container');
  if (!form || customers.length < 2) return;
  const choice = which(customers, (number) => {
    const field = form.querySelector('[id$="Field_CustomerNumber"]');
    field.value = number;
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
    place.append(el('button', { type: 'button', class: 'recourse-bell', onclick: find }, t('ui.find-case')));
  }
};
