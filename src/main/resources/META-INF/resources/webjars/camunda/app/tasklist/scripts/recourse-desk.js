// What Recourse's plugins for Tasklist share beside the kit: the open task and its case, completing it, Tasklist's own requests.
import { ask, say, t } from '/recourse/scripts/kit.js';
import { formIn } from './recourse-form.js';

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
  say(wrong ? t('ui.answer-missing') : t('ui.step-not-yours'));
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
