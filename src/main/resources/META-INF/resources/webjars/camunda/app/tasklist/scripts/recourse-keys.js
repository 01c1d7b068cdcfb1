// A call without the mouse: Alt+N opens a new case with the focus in its first field, Alt+Enter completes whatever is open,
// a figure answers the question that has the focus, and Tab goes from question to question. The last words typed before
// Complete are taken over first, however the button is pressed.
import { el, t } from '/recourse/scripts/kit.js';
import { COMPLETE, complete, completeButton, onForm, takeOver } from './recourse-desk.js';

const FIRST = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled])';

// What form-js itself says in English only is told by the style sheet.
document.documentElement.style.setProperty('--recourse-select', JSON.stringify(t('ui.select')));

document.addEventListener('click', (event) => event.target.closest?.(COMPLETE) && takeOver(), true);

/** Radio buttons of one question belong together: arrows go through them, Tab goes on to the next question. */
function group(container) {
  for (const field of container.querySelectorAll('.fjs-form-field-radio:not([role])')) {
    const radios = field.querySelectorAll('input[type=radio]');
    if (!radios.length) continue;
    const name = radios[0].id.replace(/-\d+$/, '');
    radios.forEach((radio) => (radio.name = name));
    const label = field.querySelector('label:not([for])');
    if (label) label.id = `${name}-question`;
    field.setAttribute('role', 'radiogroup');
    if (label) field.setAttribute('aria-labelledby', label.id);
  }
}

function answer(event) {
  const radios = event.target.type === 'radio' && event.target.closest('.fjs-form-field-radio')?.querySelectorAll('input[type=radio]');
  const chosen = radios?.[Number(event.key) - 1];
  if (!chosen || chosen.disabled) return;
  event.preventDefault();
  chosen.focus();
  chosen.click();
}

/** Opens the form of a new case; with several processes to start, the list of them. */
function open(tries = 40) {
  const processes = [...document.querySelectorAll('.modal-content .processes a')].filter((one) => one.offsetParent);
  if (processes.length === 1) processes[0].click();
  else if (!processes.length && tries > 0) setTimeout(() => open(tries - 1), 50);
}

onForm((form, task, container) => {
  group(container);
  new MutationObserver(() => group(container)).observe(container, { childList: true, subtree: true });
  if (!task) container.querySelector(FIRST)?.focus();
});

document.addEventListener(
  'keydown',
  (event) => {
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (plain && /^[1-9]$/.test(event.key)) answer(event);
    if (!event.altKey || event.ctrlKey) return;
    if (event.key === 'Enter' && completeButton()) {
      event.preventDefault();
      event.stopPropagation(); // an open list would choose with it
      complete();
    } else if (event.code === 'KeyN') {
      const start = document.querySelector('.start-process-action a');
      if (!start || document.querySelector('.modal-content')) return;
      event.preventDefault();
      start.click();
      open();
    }
  },
  true
);

const named = setInterval(() => {
  const start = document.querySelector('.start-process-action a');
  if (!start) return;
  clearInterval(named);
  start.setAttribute('aria-keyshortcuts', 'Alt+N');
  start.append(el('kbd', { class: 'recourse-key' }, 'Alt N'));
}, 300);

export default [];
