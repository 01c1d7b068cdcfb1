// When a step is done, the next step of the same case opens by itself with the focus in its first field. When it goes to
// somebody else, a sentence says to whom and why.
import { ask, caseOf, onAnswer, openStep, say, t } from './recourse-desk.8de8ab67.js';

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
  if (!next) say(t(`${caseNumber}: nothing is left for anybody to do now.`, `${caseNumber}: Jetzt hat niemand mehr etwas zu tun.`));
  else if (next.mine) {
    openStep(next.taskId);
    setTimeout(focusFirstField, 300);
  } else {
    const why = next.why ? ` ${next.why}` : '';
    say(t(`${caseNumber} goes on with ${next.with}: ${next.name}.${why}`, `${caseNumber} geht weiter bei ${next.with}: ${next.name}.${why}`), { keep: true });
  }
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
