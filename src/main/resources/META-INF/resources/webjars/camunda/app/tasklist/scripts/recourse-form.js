// The form that is open. form-js hands it to nobody, and says what was answered only when something changes: what is not
// public is reached here and nowhere else, as seen in form-js 1.8.7 with Preact 10 (Camunda 7.24.0).
import { LOCALE, t } from '/recourse/scripts/kit.js';

/** The form-js form in an element; it is reached through the tree that its renderer leaves at the container. */
export function formIn(root = document) {
  const container = root.querySelector('.fjs-container');
  const seen = new Set();
  const find = (node, depth) => {
    if (!node || depth > 12 || seen.has(node)) return null;
    seen.add(node);
    if (typeof node.props?.value?.getService === 'function') return node.props.value.getService('form');
    for (const child of Array.isArray(node.__k) ? node.__k : []) {
      const found = find(child, depth + 1);
      if (found) return found;
    }
    return null;
  };
  return container ? find(container.__k, 0) : null;
}

/** What the form shows now, answered or known before. */
export const dataOf = (form) => form._getState().data;

/** What completing would send now. */
export const answersOf = (form) => form._getSubmitData();

/** The component of a key; undefined when the form does not ask for it. */
export const fieldOf = (form, key) =>
  form
    .get('formFieldRegistry')
    .getAll()
    .find((field) => field.key === key);

/** What form-js says in English only. */
const MESSAGES = [
  [/^Field is required\.$/, 'ui.form.required'],
  [/^Date and time must both be entered\.$/, 'ui.form.both'],
  [/^Field must have maximum length of (.+)\.$/, 'ui.form.longest'],
  [/^Field must have minimum length of (.+)\.$/, 'ui.form.shortest'],
  [/^Field must have maximum value of (.+)\.$/, 'ui.form.largest'],
  [/^Field must have minimum value of (.+)\.$/, 'ui.form.smallest'],
  [/^Field must match pattern (.+)\.$/, 'ui.form.pattern']
];

export function formJsInOurWords() {
  for (const search of document.querySelectorAll('.fjs-container input[placeholder="Search"]')) search.placeholder = t('ui.form.search');
  for (const said of document.querySelectorAll('.fjs-form-field-error *')) {
    const node = said.firstChild;
    const [pattern, key] = (node?.nodeType === Node.TEXT_NODE && MESSAGES.find(([each]) => each.test(node.data))) || [];
    if (key) node.data = t(key, pattern.exec(node.data)[1]);
  }
}

const spelled = (days, style) => days.map((day) => new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...style }).format(day));
const DAYS = Array.from({ length: 7 }, (none, n) => Date.UTC(2023, 0, 1 + n)); // from a Sunday on
const MONTHS = Array.from({ length: 12 }, (none, n) => Date.UTC(2023, n, 1));
const week = new Intl.Locale(LOCALE);
const CALENDAR = {
  weekdays: { shorthand: spelled(DAYS, { weekday: 'short' }), longhand: spelled(DAYS, { weekday: 'long' }) },
  months: { shorthand: spelled(MONTHS, { month: 'short' }), longhand: spelled(MONTHS, { month: 'long' }) },
  firstDayOfWeek: ((week.getWeekInfo?.() ?? week.weekInfo)?.firstDay ?? 1) % 7
};

// The calendar at a day's field is flatpickr, which the field itself knows.
document.addEventListener('focusin', ({ target }) => {
  const calendar = target._flatpickr;
  if (calendar && calendar.config.locale !== CALENDAR) calendar.set('locale', CALENDAR);
});
