// Dialogs and sentences in the corner.
import { el } from './elements.js';
import { t } from './texts.js';

document.head.append(el('link', { rel: 'stylesheet', href: new URL('../styles/kit.css', import.meta.url) }));

/** A dialog with its title that lies over everything, until it is closed. */
export function dialog(id, title, ...content) {
  const made = el(
    'dialog',
    { id, class: 'recourse-dialog', 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    ...content
  );
  made.addEventListener('close', () => made.remove());
  made.addEventListener('keydown', (event) => event.stopPropagation()); // not meant for Tasklist's shortcuts
  document.body.append(made);
  made.showModal();
  return made;
}

export const button = (text, onclick, attributes = {}) =>
  el('button', { type: 'button', class: 'btn btn-default', onclick, ...attributes }, text);

/** What is written and sent; several of them stand beside each other. */
export const submit = (text, attributes = {}) => el('button', { type: 'submit', class: 'btn btn-primary', ...attributes }, text);

let made = 0;

/** A field with its label above it. */
export function labelled(label, field) {
  field.id ||= `recourse-field-${(made += 1)}`;
  return [el('label', { for: field.id }, label), field];
}

/** A choice among pairs of value and label. */
export const choice = (pairs, attributes = {}) =>
  el(
    'select',
    { class: 'form-control', ...attributes },
    pairs.map(([value, label]) => el('option', { value }, label))
  );

/** Says a sentence in the corner, read out by screen readers. Stays when something can be done about it. */
export function say(sentence, { urgent = false, actions = [], keep = actions.length > 0 } = {}) {
  const place =
    document.getElementById('recourse-said') ??
    document.body.appendChild(el('div', { id: 'recourse-said', role: 'status', 'aria-live': 'polite' }));
  const line = el('div', { class: `recourse-sentence${urgent ? ' urgent' : ''}` }, el('p', {}, sentence));
  const close = () => line.remove();
  for (const { label, run } of actions) {
    line.append(el('button', { type: 'button', onclick: () => Promise.resolve(run()).then((left) => left !== false && close()) }, label));
  }
  line.append(el('button', { type: 'button', class: 'recourse-close', 'aria-label': t('ui.close'), onclick: close }, '×'));
  place.append(line);
  while (place.children.length > 4) place.firstElementChild.remove();
  if (!keep) setTimeout(close, 9000);
  return close;
}
