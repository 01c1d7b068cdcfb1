// "Absence" in Tasklist's bar: who is away, who stands in, and entering one's own absence or, for supervisors and managers,
// that of their people. Approvals and whoever hands out work go by it at once.
import {
  ask,
  attempt,
  button,
  choice,
  date,
  day,
  dialog,
  el,
  element,
  inZone,
  isMidnight,
  person,
  row,
  submit,
  t,
  table
} from '/recourse/scripts/kit.js';

/** The midnight after the last day away is told as that day. */
const told = (at, isEnd = false) => (isMidnight(at) ? date(isEnd ? new Date(at) - 1 : at) : day(at));

async function absences() {
  const said = el('p', { class: 'recourse-answer', role: 'status' });
  const list = el('div');
  const form = el('form');
  const box = dialog('recourse-absence', t('ui.absence.title'), said, list, form);
  const tell = (sentence) => (said.textContent = sentence);
  await attempt(async () => {
    const choices = await ask('/api/absences/choices');
    inZone(choices.zone);
    const draw = () => drawList(list, choices, tell);
    drawForm(form, choices, box, draw, tell);
    await draw();
  }, tell);
}

async function drawList(list, { people, me, mine }, tell) {
  const found = await ask('/api/absences');
  list.replaceChildren();
  found
    .filter((one) => one.substitute === me)
    .forEach((one) => element(list, 'p', {}, t('ui.absence.you-stand-in', person(one.person, people), told(one.to, true))));
  if (!found.length) {
    element(list, 'p', {}, t('ui.absence.none'));
    return;
  }
  const rows = table(list, [t('ui.absence.person'), t('ui.absence.days'), t('ui.absence.substitute'), ''], t('ui.absence.title'));
  for (const one of found) {
    const cells = row(
      rows,
      person(one.person, people),
      `${told(one.from)} – ${told(one.to, true)}`,
      one.substitute ? person(one.substitute, people) : t('ui.absence.nobody')
    );
    const end = async () => {
      await ask(`/api/absences/${one.id}`, { method: 'DELETE' });
      await drawList(list, { people, me, mine }, tell);
      tell(t('ui.absence.ended'));
    };
    const mayEnd = mine.includes(one.person);
    element(
      cells,
      'td',
      {},
      mayEnd &&
        button(t('ui.absence.end'), () => attempt(end, tell), {
          class: 'btn btn-link btn-xs',
          'aria-label': t('ui.absence.end-of', person(one.person, people))
        })
    );
  }
}

function drawForm(form, { people, me, mine }, box, draw, tell) {
  const named = (ids) => ids.map((id) => [id, id ? person(id, people) : t('ui.absence.nobody')]);
  const away = choice(named(mine));
  away.value = me;
  const substitute = choice(named(['', ...Object.keys(people)]));
  const from = el('input', { type: 'date', class: 'form-control', required: true });
  const to = el('input', { type: 'date', class: 'form-control', required: true });
  const field = (label, input) => el('label', {}, label, input);
  form.append(
    el(
      'div',
      { class: 'recourse-fields' },
      field(t('ui.absence.person'), away),
      field(t('ui.absence.substitute'), substitute),
      field(t('ui.absence.from'), from),
      field(t('ui.absence.to'), to)
    ),
    el('p', { class: 'recourse-hint' }, t('ui.absence.hint')),
    submit(t('ui.absence.save')),
    ' ',
    button(t('ui.close'), () => box.close())
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(async () => {
      await ask('/api/absences', {
        method: 'POST',
        body: { person: away.value, substitute: substitute.value, from: from.value, to: to.value }
      });
      await draw();
      tell(t('ui.absence.entered'));
    }, tell);
  });
  away.focus();
}

export default {
  id: 'recourse.absence',
  pluginPoint: 'tasklist.navbar.action',
  priority: 5,
  render: (node) => {
    const open = (event) => {
      event.preventDefault();
      absences();
    };
    node.append(el('a', { href: '', role: 'button', onclick: open }, t('ui.absence.open')));
  }
};
