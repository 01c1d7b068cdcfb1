// When a step is done, the next step of the same case opens by itself with the focus in its first field. When it goes to
// somebody else, a sentence says to whom and why; what is due on a later day is not opened, a sentence says when.
import { ask, at, caseOf, onAnswer, onForm, openStep, openTask, say, showCaseFile, stepName, t } from './recourse-desk.119e0d75.js';

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
    const why = next.why ? t(` Why: ${next.why}.`, ` Warum: ${next.why}.`) : '';
    say(t(`${caseNumber} goes on with ${elsewhere.with}: ${elsewhere.name}.${why}`, `${caseNumber} geht weiter mit „${stepName(elsewhere.name)}“: ${elsewhere.with}.${why}`), { keep: true, actions: [{ label: t('Case file', 'Fallakte'), run: () => showCaseFile(caseNumber) }] });
  } else if (!mine && next.callback) {
    say(`${caseNumber}: ${next.callback} ${t('It comes to the list “Callbacks due” by itself.', 'Er kommt von selbst in die Liste „Fällige Rückrufe“.')}`);
  } else if (!mine && next.promises) {
    const due = at(next.promiseDue);
    say(next.promises === 1
      ? t(`${caseNumber}: one promise is to be kept by ${due}. It is in the list “Promises” of whoever made it.`, `${caseNumber}: Eine Zusage ist bis ${due} einzuhalten. Sie steht in der Liste „Zusagen“ bei dem, der sie gab.`)
      : t(`${caseNumber}: ${next.promises} promises are to be kept, the first by ${due}. They are in the list “Promises” of whoever made them.`, `${caseNumber}: ${next.promises} Zusagen sind einzuhalten, die erste bis ${due}. Sie stehen in der Liste „Zusagen“ bei dem, der sie gab.`));
  } else if (!mine && !asked) setTimeout(() => goOn(caseNumber, true).catch(() => {}), SOON); // what is booked behind the step may take a moment
  else if (!mine) say(t(`${caseNumber}: nothing is left for anybody to do now.`, `${caseNumber}: Jetzt hat niemand mehr etwas zu tun.`));
}

onAnswer(({ url, status, request }) => {
  const task = TASK.exec(url);
  if (task && task[2] === 'form-variables') caseOf(task[1]);
  if (!url.includes('submit-form') || status < 200 || status > 299) return;
  document.querySelectorAll('.page-notifications .alert-danger .close').forEach((close) => close.click()); // of an earlier try
  if (task) caseOf(task[1]).then((caseNumber) => caseNumber && goOn(caseNumber)).catch(() => {});
  else if (START.test(url)) {
    const started = JSON.parse(request.responseText);
    if (started.businessKey) goOn(started.businessKey).catch(() => {});
  }
});

export default [];
