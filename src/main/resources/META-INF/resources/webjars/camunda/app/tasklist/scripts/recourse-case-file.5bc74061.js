// The case file beside every form: as a tab, and as a drawer that stays open while the form is filled in (Alt+K).
import { ask, at, caseOf, el, inZone, money, openTask, say, span, t } from './recourse-desk.119e0d75.js';
import { fieldName, promised, readable, word } from './recourse-words.02b00961.js';
import { actions, files } from './recourse-case-actions.ef44f88c.js';

const given = (value) => value !== null && value !== undefined && String(value).trim() !== '';

/** A part of the file; what has no content is named at the end instead of taking up room. */
function section(title, count, ...content) {
  const shown = content.flat().filter(Boolean);
  return shown.length ? el('section', { class: 'recourse-part' }, el('h3', {}, count === null ? title : `${title} (${count})`), shown) : title;
}

function columns(sections) {
  const empty = sections.filter((one) => typeof one === 'string');
  return el('div', { class: 'recourse-columns' }, sections.filter((one) => typeof one !== 'string'),
    empty.length ? el('p', { class: 'recourse-none' }, t('Nothing yet: ', 'Noch nichts: '), empty.join(', ')) : null);
}

const facts = (pairs) => {
  const known = pairs.filter(([, value]) => given(value));
  return known.length ? el('dl', {}, known.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))])) : null;
};

function table(heads, rows) {
  if (!rows.length) return null;
  return el('div', { class: 'recourse-wide', tabindex: '0', role: 'group', 'aria-label': heads.filter(Boolean).join(', ') },
    el('table', {}, el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell instanceof Node ? cell : String(cell ?? ''))))))));
}

const lines = (compensation) => (compensation?.lines ?? []).map((line) => `${word(line.kind)} ${money(line.amount, compensation.currency)}`).join(', ');

function clock(one) {
  const left = one.secondsLeft ?? (new Date(one.dueAt) - Date.now()) / 1000;
  const state = one.state ?? 'running';
  const says = state === 'running'
    ? left < 0 ? t(`${span(left)} over`, `${span(left)} überfällig`) : t(`${span(left)} left`, `noch ${span(left)}`)
    : word(state);
  const bad = state === 'breached' || (state === 'running' && left < 0);
  return el('li', { class: bad ? 'over' : state === 'running' && left < 900 ? 'soon' : '' }, el('strong', {}, says), ` ${promised(one.what)}, ${at(one.dueAt)}`,
    given(one.rule) ? el('small', {}, ` (${one.rule})`) : null, given(one.pausedFor) ? el('small', {}, ` – ${one.pausedFor}`) : null);
}

function commentForm(caseNumber, reload) {
  const id = `recourse-comment-${caseNumber}`;
  const text = el('textarea', { id, rows: '2', maxlength: '4000' });
  const add = async (event) => {
    event.preventDefault();
    try {
      await ask(`/api/cases/${caseNumber}/comments`, { method: 'POST', body: { text: text.value } });
      text.value = '';
      reload();
    } catch (refused) {
      say(refused.message.replace(/^text(?=: )/, t('Comment', 'Kommentar')), { urgent: true });
    }
  };
  return el('form', { class: 'recourse-comment', onsubmit: add },
    el('label', { for: id }, t('Comment for the colleagues; @user tells somebody', 'Kommentar für die Kollegen; @Benutzer benachrichtigt jemanden')),
    text, el('button', { type: 'submit', class: 'btn btn-default' }, t('Add comment', 'Kommentar hinzufügen')));
}

function head(file, name) {
  const brief = file.brief;
  const responsible = file.level > 1 ? name(file.owner) || t('waits to be taken', 'wartet auf Übernahme') : name(file.agent) || t('nobody yet', 'noch niemand');
  const chips = [word(file.state), t(`level ${file.level}`, `Stufe ${file.level}`), responsible, brief.customerTier !== 'standard' && word(brief.customerTier), given(brief.moodNow) && t(`mood ${brief.moodStart} → ${brief.moodNow}`, `Stimmung ${brief.moodStart} → ${brief.moodNow}`)];
  return el('header', {}, el('h2', { tabindex: '-1' }, `${file.caseNumber} · ${brief.title ?? ''}`),
    el('p', { class: 'recourse-chips' }, chips.filter(Boolean).map((chip) => el('span', {}, chip))),
    el('p', {}, [brief.customerName, brief.customerNumber, brief.product, brief.customerPhone].filter(given).join(' · ')),
    given(brief.urgencyLabel) ? el('p', {}, brief.urgencyLabel) : null, quality(file));
}

/** How complete the brief is; an incomplete one goes back as a question while the review stays open. */
function quality(file) {
  const { briefScore, briefMissing = [], briefJudging = [] } = file.brief;
  if (file.level < 2 || briefScore === undefined) return null;
  const missing = briefMissing.join(', ');
  const back = async (event) => {
    event.target.disabled = true;
    try {
      await ask(`/api/cases/${file.caseNumber}/questions`, { method: 'POST', body: { to: file.agent, question: t(`Please complete the brief. Missing: ${missing}.`, `Bitte ergänzen Sie die Kurzfassung. Es fehlt: ${missing}.`) } });
      say(t('The agent is asked. Your review stays open.', 'Der Agent ist gefragt. Ihre Prüfung bleibt offen.'));
    } catch (refused) {
      event.target.disabled = false;
      say(refused.message, { urgent: true });
    }
  };
  return el('p', { class: 'recourse-quality' }, t(`Brief ${briefScore} % complete.`, `Kurzfassung zu ${briefScore} % vollständig.`), missing ? ` ${t('Missing', 'Es fehlt')}: ${missing}. ` : ' ',
    briefJudging.length ? el('strong', {}, t(`Judging words: ${briefJudging.join(', ')}. `, `Urteilende Worte: ${briefJudging.join(', ')}. `)) : null,
    missing && file.agent ? el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: back }, t('Send it back as a question', 'Als Frage zurückgeben')) : null,
    el('a', { class: 'btn btn-default btn-sm', href: `/api/cases/${file.caseNumber}/brief`, download: `${file.caseNumber}.txt` }, t('Download the brief', 'Kurzfassung herunterladen')));
}

function briefPart(brief) {
  return section(t('Brief', 'Kurzfassung'), null,
    facts([
      [t('Handed over', 'Übergabe'), brief.handOverText], [t('In their words', 'In ihren Worten'), brief.story],
      [t('Facts', 'Tatsachen'), brief.facts], [t('Effect', 'Folgen'), brief.effect], [t('They want', 'Sie wollen'), brief.desiredOutcome],
      [t('Signals', 'Warnzeichen'), brief.signalsText], [t('Restated', 'Wiederholt'), brief.restatement], [t('Correction', 'Berichtigung'), brief.correction],
      [t('Refusal explained', 'Ablehnung erklärt'), brief.refusalExplained], [t('Advice', 'Rat'), given(brief.advice) ? `${brief.adviceBy}: ${brief.advice}` : ''],
      [t('Problem goal', 'Sachziel'), brief.problemGoal], [t('People goal', 'Beziehungsziel'), brief.peopleGoal], [t('Callback', 'Rückruf'), brief.callbackText],
      ...(brief.extraFacts ?? []).map((extra) => [extra.label, extra.value])
    ]),
    given(brief.agentView) ? el('p', { class: 'recourse-view' }, el('strong', {}, t("The agent's own view: ", 'Eigene Sicht des Agenten: ')), brief.agentView) : null);
}

const lastWord = (brief) => (brief.finalPositionAccepted ? t('accepted', 'angenommen') : t('not accepted', 'nicht angenommen'));

function parts(file, reload) {
  const name = (id) => (id === 'system' ? 'Recourse' : id === 'customer' ? t('the customer', 'der Kunde') : file.names?.[id] ?? id ?? '');
  const happened = file.timeline.filter((event) => event.kind !== 'read');
  const told = (event) => el('li', {}, el('time', { datetime: event.at }, at(event.at)), ` ${name(event.who)} – ${event.kind === 'changed' ? fieldName(event.field) : word(event.kind)}: ${readable(event.after)}`);
  return [
    head(file, name),
    columns([
      briefPart(file.brief),
      section(t('Clocks', 'Fristen'), file.clocks.length, file.clocks.length ? el('ul', { class: 'recourse-clocks' }, file.clocks.map(clock)) : null),
      section(t('Offers', 'Angebote'), file.proposals.length, table(['#', t('Offered', 'Angeboten'), t('Answer', 'Antwort'), t('Reason', 'Grund')],
        file.proposals.map((offer) => (offer.solution === file.brief.finalPosition
          ? [offer.number, [t('Final position', 'Endgültige Position'), lines(offer.compensation)].filter(given).join(' · '), lastWord(file.brief), '']
          : [offer.number, [offer.solution, lines(offer.compensation), offer.dueBy && t(`by ${at(offer.dueBy)}`, `bis ${at(offer.dueBy)}`)].filter(given).join(' · '), word(offer.answer ?? 'open'), offer.refusalReason])))),
      section(t('Final position', 'Endgültige Position'), null, given(file.brief.finalPosition) ? [el('p', { class: 'recourse-body' }, file.brief.finalPosition), el('p', {}, el('strong', {}, lastWord(file.brief)))] : null),
      section(t('Promises', 'Zusagen'), file.promises.length, table([t('What', 'Was'), t('Who', 'Wer'), t('By', 'Bis'), t('State', 'Stand')],
        file.promises.map((promise) => [promised(promise.what), name(promise.owner), at(promise.dueBy), word(promise.state)]))),
      section(t('Money', 'Geld'), file.approvals.length + file.grants.length,
        table([t('Approval', 'Freigabe'), t('Asked', 'Erbeten'), t('Decided', 'Entschieden'), t('Reason', 'Grund')],
          file.approvals.map((approval) => [`${name(approval.askedBy)} · ${word(approval.state)}`, lines(approval.asked), [lines(approval.approved), name(approval.decidedBy)].filter(given).join(' · '), approval.decisionReason ?? approval.authorityReason])),
        table([t('Granted', 'Gewährt'), t('Amount', 'Betrag'), t('State', 'Stand')], file.grants.map((grant) => [word(grant.kind), money(grant.amount, grant.currency), word(grant.state)]))),
      section(t('Comments', 'Kommentare'), file.comments.length,
        file.comments.length ? el('ul', { class: 'recourse-comments' }, file.comments.map((comment) => el('li', {}, el('strong', {}, name(comment.who)), ` ${at(comment.at)}: ${comment.text}`))) : null, commentForm(file.caseNumber, reload)),
      section(t('Files', 'Dateien'), file.attachments.length, files(file, name, reload)),
      section(t('Contacts', 'Kontakte'), file.contacts.length, table([t('When', 'Wann'), t('Channel', 'Kanal'), t('Who', 'Wer'), t('Mood', 'Stimmung'), t('Words', 'Worte')],
        file.contacts.map((contact) => [at(contact.beganAt), word(contact.channel), name(contact.heldBy), [contact.moodStart, contact.moodEnd].filter(given).join(' → '), contact.words]))),
      section(t('Messages', 'Nachrichten'), file.messages.length, file.messages.map((message) => el('details', {}, el('summary', {}, `${message.subject} (${word(message.channel)}, ${word(message.state)})`), given(message.reason) ? el('p', {}, message.reason) : null, el('p', { class: 'recourse-body' }, message.body)))),
      section(t('Questions to colleagues', 'Fragen an Kollegen'), file.questions.length, table([t('To', 'An'), t('Question', 'Frage'), t('Answer', 'Antwort')], file.questions.map((question) => [name(question.askedOf), question.question, question.answer]))),
      section(t('Earlier cases', 'Frühere Fälle'), (file.brief.earlierCases ?? []).length, table([t('Case', 'Fall'), t('Opened', 'Eröffnet'), t('About', 'Worum'), t('Outcome', 'Ausgang')],
        (file.brief.earlierCases ?? []).map((earlier) => [earlier.caseNumber, earlier.opened, earlier.title, word(earlier.outcome)]))),
      section(t('Timeline', 'Verlauf'), happened.length,
        el('ol', { class: 'recourse-timeline' }, happened.filter((event) => event.kind !== 'changed').map(told)),
        el('details', {}, el('summary', {}, t('Every changed field', 'Jedes geänderte Feld')), el('ol', { class: 'recourse-timeline' }, happened.map(told))))
    ])
  ];
}

async function show(node, caseNumber) {
  try {
    const file = await ask(`/api/cases/${encodeURIComponent(caseNumber)}`);
    inZone(file.zone);
    const reload = () => show(node, caseNumber);
    const buttons = await actions(caseNumber, reload);
    node.replaceChildren(...parts(file, reload));
    if (buttons) node.querySelector('header')?.append(buttons);
  } catch (failed) {
    node.replaceChildren(el('p', { role: 'alert' }, failed.message));
  }
}

const place = (label) => el('div', { class: 'recourse-case-file', role: 'region', 'aria-label': label }, el('p', {}, '…'));
let drawer = null;

function closeDrawer() {
  drawer?.remove();
  drawer = null;
  document.body.classList.remove('recourse-with-drawer');
}

async function toggleDrawer() {
  if (drawer) {
    closeDrawer();
    return;
  }
  const task = openTask();
  const caseNumber = task && (await caseOf(task));
  if (caseNumber) openDrawer(caseNumber);
}

async function openDrawer(caseNumber) {
  closeDrawer();
  const inside = place(t('Case file', 'Fallakte'));
  drawer = document.body.appendChild(el('aside', { id: 'recourse-drawer', 'aria-label': t('Case file', 'Fallakte') },
    el('button', { type: 'button', class: 'recourse-close', 'aria-label': t('Close the case file', 'Fallakte schließen'), onclick: closeDrawer }, '×'), inside));
  document.body.classList.add('recourse-with-drawer');
  await show(inside, caseNumber);
  inside.querySelector('h2')?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.altKey && event.code === 'KeyK') {
    event.preventDefault();
    toggleDrawer();
  } else if (event.key === 'Escape' && drawer?.contains(document.activeElement)) toggleDrawer();
});
document.addEventListener('recourse-case-file', (event) => (event.detail ? openDrawer(event.detail) : toggleDrawer()));

export default {
  id: 'recourse.case-file',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: t('Case file', 'Fallakte') },
  render: (node, { taskId }) => {
    const inside = node.appendChild(place(t('Case file', 'Fallakte')));
    caseOf(taskId).then((caseNumber) => (caseNumber ? show(inside, caseNumber) : inside.replaceChildren(el('p', {}, t('This step belongs to no case that you may see.', 'Dieser Schritt gehört zu keinem Fall, den Sie sehen dürfen.')))));
  }
};
