// When a step is done, the next step of the same case opens by itself with the focus in its first field. When it goes to
// somebody else, a sentence says to whom and why; what is due on a later day is not opened, a sentence says when.
import { ask, at, named, say, t } from '/recourse/scripts/kit.js';
import { caseOf, onAnswer, onForm, openStep, openTask, showCaseFile } from './recourse-desk.js';

const TASK = /\/task\/([^/?]+)\/(submit-form|form-variables)/;
const START = /\/process-definition\/(.+\/)?[^/]+\/submit-form/;
const FIELDS = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled])';

const SOON = 1500;

let wanted = null;

/** The form of another step may still be there when the next one is on its way. */
onForm((form, task, container) => {
  if (task !== wanted) return;
  wanted = null;
  focusFirstField(container);
});

function focusFirstField(container, tries = 40) {
  const field = container.querySelector(FIELDS);
  if (field) field.focus();
  else if (tries > 0 && container.isConnected) setTimeout(() => focusFirstField(container, tries - 1), 50);
}

async function goOn(caseNumber, asked = false) {
  const next = await ask(`/api/work/next?case=${encodeURIComponent(caseNumber)}`);
  const { mine, elsewhere } = next;
  if (mine && asked && openTask()) return; // they went on with something else
  if (mine) {
    wanted = mine.taskId;
    openStep(mine.taskId);
  }
  if (elsewhere) {
    const why = next.why ? t('ui.next.why', next.why) : '';
    say([t('ui.next.elsewhere', caseNumber, elsewhere.with, named(elsewhere.name)), why].filter(Boolean).join(' '), {
      keep: true,
      actions: [{ label: t('ui.case-file'), run: () => showCaseFile(caseNumber) }]
    });
  } else if (!mine && next.callback) {
    say(`${caseNumber}: ${next.callback} ${t('ui.callback-comes')}`);
  } else if (!mine && next.promises) {
    const due = at(next.promiseDue);
    say(next.promises === 1 ? t('ui.next.one-promise', caseNumber, due) : t('ui.next.promises', caseNumber, next.promises, due));
  } else if (!mine && !asked)
    setTimeout(() => goOn(caseNumber, true).catch(() => {}), SOON); // what is booked behind the step may take a moment
  else if (!mine) say(t('ui.next.nothing', caseNumber));
}

onAnswer(({ url, status, request }) => {
  const task = TASK.exec(url);
  if (task && task[2] === 'form-variables') caseOf(task[1]);
  if (!url.includes('submit-form') || status < 200 || status > 299) return;
  document.querySelectorAll('.page-notifications .alert-danger .close').forEach((close) => close.click()); // of an earlier try
  if (task)
    caseOf(task[1])
      .then((caseNumber) => caseNumber && goOn(caseNumber))
      .catch(() => {});
  else if (START.test(url)) {
    const started = JSON.parse(request.responseText);
    if (started.businessKey) goOn(started.businessKey).catch(() => {});
  }
});

export default [];
