// "Root cause" in Tasklist's header: who supervises says, or corrects, why a matter became a complaint and whether it was
// right, also of a case that is closed. What was said before stays in the history and is shown.
import { ask, at, caseOf, el, inZone, openTask, say, t } from './recourse-desk.119e0d75.js';

const CAUSES = {
  'complex-matter': t('Complex or technical matter', 'Schwierige oder technische Sache'), 'missing-knowledge': t('Missing training or knowledge', 'Fehlende Schulung oder Kenntnis'),
  'no-authority': t('No authority at the front line', 'Keine Befugnis an vorderster Stelle'), 'poor-information': t('Poor information sharing', 'Schlechter Informationsfluss'),
  'long-wait': t('Long wait or transfers', 'Langes Warten oder Weiterreichen'), 'first-handling': t('How the first call was handled', 'Wie das erste Gespräch geführt wurde'),
  'product-or-policy': t('Product or policy', 'Produkt oder Regelung'), other: t('Something else', 'Anderes')
};
const FINDINGS = {
  upheld: t('Upheld: we were in the wrong', 'Berechtigt: Der Fehler lag bei uns'), 'partly-upheld': t('Partly upheld', 'Teilweise berechtigt'),
  'not-upheld': t('Not upheld: we did nothing wrong', 'Nicht berechtigt: Wir haben nichts falsch gemacht')
};
const FIELDS = { cause: t('Root cause', 'Ursache'), cause_evidence: t('What shows it', 'Was es zeigt'), finding: t('Was the complaint right?', 'War die Beschwerde berechtigt?') };
const word = (value) => CAUSES[value] ?? FINDINGS[value] ?? value ?? '';

const field = (id, label, input) => el('div', { class: 'form-group' }, el('label', { for: id }, label), input);

function choice(id, values) {
  return el('select', { id, class: 'form-control' }, el('option', { value: '' }, t('unchanged', 'unverändert')),
    Object.entries(values).map(([value, label]) => el('option', { value }, label)));
}

function dialog(caseNumber) {
  const number = el('input', { id: 'recourse-class-case', class: 'form-control', value: caseNumber ?? '', placeholder: 'R-EU-2026-000001' });
  const cause = choice('recourse-class-cause', CAUSES);
  const finding = choice('recourse-class-finding', FINDINGS);
  const evidence = el('textarea', { id: 'recourse-class-evidence', class: 'form-control', rows: '2', maxlength: '2000' });
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
      const who = (id) => (file.names?.[id] ? `${file.names[id]} (${id})` : id);
      known.append(el('p', {}, el('strong', {}, file.brief.title ?? ''), ` – ${FIELDS.cause}: ${word(file.outcome.cause) || '–'}; ${FIELDS.finding} ${word(file.outcome.finding) || '–'}`),
        el('ul', {}, file.outcome.classified.map((each) => el('li', {}, `${at(each.at)}, ${who(each.who)}: ${FIELDS[each.field]} ${each.before ? `“${word(each.before)}” → ` : ''}“${word(each.after)}”`))));
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
      say(t('Corrected. What was said before stays in the history.', 'Berichtigt. Was vorher gesagt wurde, bleibt im Verlauf.'));
      evidence.value = '';
      await show();
    } catch (failed) {
      refused.textContent = failed.message;
    }
  }

  number.addEventListener('change', show);
  const box = el('dialog', { id: 'recourse-classification', style: 'border: 0; border-radius: 4px; width: 46em; max-width: 95vw; max-height: 92vh; padding: 1.2em 1.6em; box-shadow: 0 4px 30px rgba(0,0,0,.4)', 'aria-labelledby': 'recourse-class-title' },
    el('form', { onsubmit: correct },
      el('h2', { id: 'recourse-class-title' }, t('Root cause and finding', 'Ursache und Feststellung')),
      field('recourse-class-case', t('Case number', 'Fallnummer'), number), known,
      field('recourse-class-cause', FIELDS.cause, cause), field('recourse-class-finding', FIELDS.finding, finding),
      field('recourse-class-evidence', t('What in the case shows it?', 'Was im Fall zeigt es?'), evidence), refused,
      el('button', { type: 'submit', class: 'btn btn-primary' }, t('Correct', 'Berichtigen')), ' ',
      el('button', { type: 'button', class: 'btn btn-default', onclick: () => box.close() }, t('Close', 'Schließen'))));
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  (caseNumber ? cause : number).focus();
  show();
}

export default {
  id: 'recourse.classification',
  pluginPoint: 'tasklist.navbar.action',
  priority: 80,
  render: (node) => {
    ask('/api/escalations/permission').then((may) => {
      if (!may.classify) return;
      const open = async (event) => {
        event.preventDefault();
        dialog(openTask() && (await caseOf(openTask())));
      };
      node.append(el('a', { href: '', role: 'button', onclick: open }, t('Root cause', 'Ursache')));
    }).catch(() => {});
  }
};
