// When a step is done, the next step of the same case opens by itself with the focus in its first field. When it goes to
// somebody else, a sentence says to whom and why.
import { ask, caseOf, onAnswer, openStep, say, showCaseFile, stepName, t } from './recourse-desk.85493092.js';

const TASK = /\/task\/([^/?]+)\/(submit-form|form-variables)/;
const START = /\/process-definition\/(.+\/)?[^/]+\/submit-form/;
const FIELDS = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled])';

function focusFirstField(tries = 40) {
  const field = document.querySelector('.task-details .fjs-container')?.querySelector(FIELDS);
  if (field) field.focus();
  else if (tries > 0) setTimeout(() => focusFirstField(tries - 1), 100);
}

async function goOn(caseNumber) {
  const next = await ask(`/api/work/next?case=${encodeURIComponent(caseNumber)}`);
  const { mine, elsewhere } = next;
  if (mine) {
    openStep(mine.taskId);
    setTimeout(focusFirstField, 300);
  }
  if (elsewhere) {
    const why = next.why ? t(` Why: ${next.why}.`, ` Warum: ${next.why}.`) : '';
    say(t(`${caseNumber} goes on with ${elsewhere.with}: ${elsewhere.name}.${why}`, `${caseNumber} geht weiter bei ${elsewhere.with}: ${stepName(elsewhere.name)}.${why}`), { keep: true, actions: [{ label: t('Case file', 'Fallakte'), run: () => showCaseFile(caseNumber) }] });
  } else if (!mine) say(t(`${caseNumber}: nothing is left for anybody to do now.`, `${caseNumber}: Jetzt hat niemand mehr etwas zu tun.`));
}

onAnswer(({ url, status, request }) => {
  const task = TASK.exec(url);
  if (task && task[2] === 'form-variables') caseOf(task[1]);
  if (!url.includes('submit-form') || status < 200 || status > 299) return;
  if (task) caseOf(task[1]).then((caseNumber) => caseNumber && goOn(caseNumber)).catch(() => {});
  else if (START.test(url)) {
    const started = JSON.parse(request.responseText);
    if (started.businessKey) goOn(started.businessKey).catch(() => {});
  }
});

export default [];
