// "Root cause" in Tasklist's header: who supervises says, or corrects, why a matter became a complaint and whether it was
// right, also of a case that is closed. What was said before stays in the history and is shown.
import { ask, at, button, choice, dialog, el, inZone, labelled, person, say, submit, t, values, word } from '/recourse/scripts/kit.js';
import { caseOf, openTask } from './recourse-desk.js';

const FIELDS = { cause: t('ui.root-cause'), cause_evidence: t('ui.what-shows-it'), finding: t('ui.was-the-complaint-right') };
const ENUMERATIONS = { cause: 'root-cause', finding: 'finding' };
const said = (field, value) => (ENUMERATIONS[field] ? word(ENUMERATIONS[field], value) : (value ?? ''));

/** Each word of an enumeration, and none chosen: nothing changes. */
const choiceOf = (enumeration) =>
  choice([['', t('ui.unchanged')], ...values(enumeration).map((value) => [value, word(enumeration, value)])]);

function correction(caseNumber) {
  const number = el('input', { class: 'form-control', value: caseNumber ?? '', placeholder: 'R-EU-2026-000001' });
  const cause = choiceOf('root-cause');
  const finding = choiceOf('finding');
  const evidence = el('textarea', { class: 'form-control', rows: '2', maxlength: '2000' });
  const known = el('div', { 'aria-live': 'polite' });
  const refused = el('p', { role: 'alert' });
  const path = () => `/api/cases/${encodeURIComponent(number.value.trim())}`;

  async function show() {
    known.replaceChildren();
    refused.textContent = '';
    if (!number.value.trim()) return;
    try {
      const file = await ask(path());
      inZone(file.zone);
      const change = (each) =>
        `${FIELDS[each.field]} ${each.before ? `${t('ui.quoted', said(each.field, each.before))} → ` : ''}${t('ui.quoted', said(each.field, each.after))}`;
      known.append(
        el(
          'p',
          {},
          el('strong', {}, file.brief.title ?? ''),
          ` – ${FIELDS.cause}: ${word('root-cause', file.outcome.cause) || '–'}; ${FIELDS.finding} ${word('finding', file.outcome.finding) || '–'}`
        ),
        el(
          'ul',
          {},
          file.outcome.classified.map((each) => el('li', {}, `${at(each.at)}, ${person(each.who, file.names)}: ${change(each)}`))
        )
      );
    } catch (failed) {
      refused.textContent = failed.message;
    }
  }

  async function correct(event) {
    event.preventDefault();
    const body = { evidence: evidence.value };
    if (cause.value) body.cause = cause.value;
    if (finding.value) body.finding = finding.value;
    try {
      await ask(`${path()}/classification`, { method: 'POST', body });
      say(t('ui.corrected'));
      evidence.value = '';
      await show();
    } catch (failed) {
      refused.textContent = failed.message;
    }
  }

  number.addEventListener('change', show);
  const field = (label, input) => el('div', { class: 'form-group' }, labelled(label, input));
  const box = dialog(
    'recourse-classification',
    t('ui.root-cause-and-finding'),
    el(
      'form',
      { onsubmit: correct },
      field(t('ui.case-number'), number),
      known,
      field(FIELDS.cause, cause),
      field(FIELDS.finding, finding),
      field(t('ui.evidence-asked'), evidence),
      refused,
      submit(t('ui.correct')),
      ' ',
      button(t('ui.close'), () => box.close())
    )
  );
  (caseNumber ? cause : number).focus();
  show();
}

export default {
  id: 'recourse.classification',
  pluginPoint: 'tasklist.navbar.action',
  priority: 80,
  render: (node) => {
    ask('/api/escalations/permission')
      .then((may) => {
        if (!may.classify) return;
        const open = async (event) => {
          event.preventDefault();
          correction(openTask() && (await caseOf(openTask())));
        };
        node.append(el('a', { href: '', role: 'button', onclick: open }, t('ui.root-cause')));
      })
      .catch(() => {});
  }
};
