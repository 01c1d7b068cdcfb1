// The exits of a call, always in the same place below the form and on the same keys, without scrolling: Alt+1 to Alt+5.
// They only answer the form's own group "The call"; what is not asked for there, they do not ask either.
import { ask, el, say, t } from '/recourse/scripts/kit.js';
import { caseOf, complete, completeButton, onForm, showCaseFile } from './recourse-desk.js';
import { dataOf, fieldOf } from './recourse-form.js';

const EXITS = [
  ['goes-on', t('ui.exit.goes-on')],
  ['hand-over', t('ui.exit.hand-over')],
  ['call-back', t('ui.exit.call-back')],
  ['lost', t('ui.exit.lost')],
  ['cannot-continue', t('ui.exit.cannot-continue')]
];
const HELP = t('ui.help-first');
let bar = null;

function input(container, form, key, value) {
  const field = fieldOf(form, key);
  const index = field?.values?.findIndex((one) => one.value === value) ?? -1;
  return index < 0 ? null : container.querySelector(`[id$="-${field.id}-${index}"]`);
}

function choose(container, form, value) {
  const radio = input(container, form, 'callState', value);
  if (!radio) return;
  radio.focus(); // what has the focus may vanish with the answer
  radio.click();
  if (value === 'goes-on' || value === 'cannot-continue' || value === 'lost') completeButton()?.focus();
  else goTo(container, fieldOf(form, value === 'hand-over' ? 'handOverTrigger' : 'callbackFrom'));
}

/** The field appears with the answer, a moment later. */
function goTo(container, field, tries = 50) {
  const first = container.querySelector(`input[id*="-${field.id}"], [id*="-${field.id}"] input`);
  if (first) {
    first.scrollIntoView({ block: 'center' });
    first.focus();
  } else if (tries > 0) setTimeout(() => goTo(container, field, tries - 1), 20);
}

/** What is said about this step goes with it. */
let saidHere = [];
const sayHere = (sentence, options) => saidHere.push(say(sentence, options));

function selected(form) {
  const now = dataOf(form).callState ?? 'goes-on';
  bar?.querySelectorAll('button[data-exit]').forEach((one) => one.setAttribute('aria-pressed', String(one.dataset.exit === now)));
}

async function abuse(task) {
  const caseNumber = await caseOf(task);
  try {
    const warned = await ask(`/api/cases/${caseNumber}/conduct`, { method: 'POST', body: {} });
    sayHere(`${warned.heading}\n${t('ui.quoted', warned.say)}`, {
      urgent: true,
      keep: true,
      actions: warned.end ? [{ label: t('ui.said-hand-over'), run: () => endOfConduct() }] : [{ label: t('ui.said'), run: () => {} }]
    });
  } catch (refused) {
    say(refused.message, { urgent: true });
  }
}

/** Asked once more: the alarm reaches people outside the house. */
function danger(task) {
  const alarm = async () => {
    try {
      await ask(`/api/cases/${await caseOf(task)}/danger`, { method: 'POST', body: {} });
      say(t('ui.safety-told'), { urgent: true, keep: true });
    } catch (refused) {
      say(refused.message, { urgent: true });
    }
  };
  sayHere(t('ui.danger-asked'), {
    urgent: true,
    actions: [
      { label: t('ui.danger-yes'), run: alarm },
      { label: t('ui.no'), run: () => {} }
    ]
  });
  document.querySelector('#recourse-said .recourse-sentence:last-child button')?.focus();
}

/** The call ends: handed over for conduct, the customer is called back by somebody else. */
function endOfConduct() {
  const { container, form } = current;
  choose(container, form, 'hand-over');
  setTimeout(() => {
    input(container, form, 'handOverTrigger', 'conduct')?.click();
    input(container, form, 'connection', 'call-back')?.click();
    setTimeout(() => completeButton()?.focus(), 100);
  }, 150);
}

let current = null;

/** Who wrote is not on the line: no line is lost, nobody is warned aloud. */
const written = (form) => dataOf(form).writtenChannel === true;
const fits = ([value], form) => value !== 'lost' || !written(form);

function show(form, container, task) {
  const button = ([value, label], n) =>
    el(
      'button',
      { type: 'button', 'data-exit': value, 'aria-keyshortcuts': `Alt+${n + 1}`, onclick: () => choose(container, form, value) },
      el('kbd', {}, `${n + 1}`),
      label
    );
  const title = written(form) ? t('ui.this-step') : t('ui.the-call');
  bar = el(
    'div',
    { id: 'recourse-exits', role: 'toolbar', 'aria-label': title },
    el('strong', {}, title, el('kbd', {}, 'Alt +')),
    EXITS.map((exit, n) => (fits(exit, form) ? button(exit, n) : null)),
    el('span', { class: 'recourse-gap' }),
    written(form)
      ? null
      : el('button', { type: 'button', 'aria-keyshortcuts': 'Alt+6', onclick: () => abuse(task) }, el('kbd', {}, '6'), t('ui.abuse')),
    el('button', { type: 'button', 'aria-keyshortcuts': 'Alt+7', onclick: () => danger(task) }, el('kbd', {}, '7'), t('ui.danger-to-life')),
    el('button', { type: 'button', 'aria-keyshortcuts': 'Alt+K', onclick: () => showCaseFile() }, el('kbd', {}, 'K'), t('ui.case-file')),
    el(
      'button',
      {
        type: 'button',
        class: 'recourse-complete',
        'aria-label': t('ui.complete-this-step'),
        'aria-keyshortcuts': 'Alt+Enter',
        onclick: () => complete()
      },
      el('kbd', {}, '⏎'),
      t('ui.complete')
    )
  );
  document.body.append(bar);
  document.body.classList.add('recourse-with-exits');
  current = { form, container, task };
  form.on('changed', () => selected(form));
  selected(form);
  helpFirst(form, container);
}

/** A first demand for a superior prompts one offer of help; it never stands in the way. */
function helpFirst(form, container) {
  let said = (dataOf(form).signals ?? []).includes('demand-superior');
  form.on('changed', () => {
    const data = dataOf(form);
    const demanded =
      (data.signals ?? []).includes('demand-superior') || (data.callState === 'hand-over' && data.handOverTrigger === 'demand');
    if (demanded && !said && container.isConnected) {
      said = true;
      sayHere(HELP, { keep: true });
    }
  });
}

function away() {
  saidHere.forEach((close) => close());
  saidHere = [];
  bar?.remove();
  bar = null;
  current = null;
  document.body.classList.remove('recourse-with-exits');
}

onForm((form, task, container) => {
  away();
  if (task && fieldOf(form, 'callState')) show(form, container, task);
});
setInterval(() => current && !current.container.isConnected && away(), 300);

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.ctrlKey || !current) return;
  const n = /^Digit([1-7])$/.exec(event.code)?.[1];
  if (n) {
    event.preventDefault();
    if (n === '7') danger(current.task);
    else if (n === '6') written(current.form) || abuse(current.task);
    else if (fits(EXITS[n - 1], current.form)) choose(current.container, current.form, EXITS[n - 1][0]);
  }
});

export default [];
