// The case file beside every form: as a tab, and as a drawer that stays open while the form is filled in (Alt+K).
import { ask, at, el, inZone, money, named, say, span, submit, t, table as tableIn, row, word } from '/recourse/scripts/kit.js';
import { actions, files } from './recourse-case-actions.js';
import { caseOf, openTask } from './recourse-desk.js';

const given = (value) => value !== null && value !== undefined && String(value).trim() !== '';

/** A part of the file; what has no content is named at the end instead of taking up room. */
function section(title, count, ...content) {
  const shown = content.flat().filter(Boolean);
  return shown.length
    ? el('section', { class: 'recourse-part' }, el('h3', {}, count === null ? title : `${title} (${count})`), shown)
    : title;
}

function columns(sections) {
  const empty = sections.filter((one) => typeof one === 'string');
  return el(
    'div',
    { class: 'recourse-columns' },
    sections.filter((one) => typeof one !== 'string'),
    empty.length ? el('p', { class: 'recourse-none' }, `${t('ui.nothing-yet')} ${empty.join(', ')}`) : null
  );
}

const facts = (pairs) => {
  const known = pairs.filter(([, value]) => given(value));
  return known.length
    ? el(
        'dl',
        {},
        known.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))])
      )
    : null;
};

function table(heads, rows) {
  if (!rows.length) return null;
  const place = el('div');
  const body = tableIn(place, heads, heads.filter(Boolean).join(', '));
  rows.forEach((cells) => row(body, ...cells));
  return place;
}

const lines = (compensation) =>
  (compensation?.lines ?? [])
    .map((line) => `${word('compensation-kind', line.kind)} ${money(line.amount, compensation.currency)}`)
    .join(', ');

function clock(one) {
  const left = one.secondsLeft ?? (new Date(one.dueAt) - Date.now()) / 1000;
  const state = one.state ?? 'running';
  const says =
    state === 'running' ? (left < 0 ? t('ui.time-over', span(left)) : t('ui.time-left', span(left))) : word('clock-state', state);
  const bad = state === 'breached' || (state === 'running' && left < 0);
  return el(
    'li',
    { class: bad ? 'over' : state === 'running' && left < 900 ? 'soon' : '' },
    el('strong', {}, says),
    ` ${named(one.what)}, ${at(one.dueAt)}`,
    given(one.rule) ? el('small', {}, ` (${one.rule})`) : null,
    given(one.pausedFor) ? el('small', {}, ` – ${one.pausedFor}`) : null
  );
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
      say(refused.message.replace(/^text(?=: )/, t('ui.comment')), { urgent: true });
    }
  };
  return el(
    'form',
    { class: 'recourse-comment', onsubmit: add },
    el('label', { for: id }, t('ui.comment-hint')),
    text,
    submit(t('ui.add-comment'), { class: 'btn btn-default' })
  );
}

function head(file, name) {
  const brief = file.brief;
  const responsible = file.level > 1 ? name(file.owner) || t('ui.waits-to-be-taken') : name(file.agent) || t('ui.nobody-yet');
  const chips = [
    word('case-state', file.state),
    t('ui.level-of', file.level),
    responsible,
    brief.customerTier !== 'standard' && word('tier', brief.customerTier),
    given(brief.moodNow) && t('ui.mood-of', brief.moodStart, brief.moodNow)
  ];
  return el(
    'header',
    {},
    el('h2', { tabindex: '-1' }, `${file.caseNumber} · ${brief.title ?? ''}`),
    el(
      'p',
      { class: 'recourse-chips' },
      chips.filter(Boolean).map((chip) => el('span', {}, chip))
    ),
    el('p', {}, [brief.customerName, brief.customerNumber, brief.product, brief.customerPhone].filter(given).join(' · ')),
    given(brief.urgencyLabel) ? el('p', {}, brief.urgencyLabel) : null,
    quality(file)
  );
}

/** How complete the brief is; an incomplete one goes back as a question while the review stays open. */
function quality(file) {
  const { briefScore, briefMissing = [], briefJudging = [] } = file.brief;
  if (file.level < 2 || briefScore === undefined) return null;
  const missing = briefMissing.join(', ');
  const back = async (event) => {
    event.target.disabled = true;
    try {
      await ask(`/api/cases/${file.caseNumber}/questions`, {
        method: 'POST',
        body: { to: file.agent, question: t('ui.brief-question', missing) }
      });
      say(t('ui.agent-asked'));
    } catch (refused) {
      event.target.disabled = false;
      say(refused.message, { urgent: true });
    }
  };
  return el(
    'p',
    { class: 'recourse-quality' },
    t('ui.brief-score', briefScore),
    missing ? ` ${t('ui.missing')}: ${missing}. ` : ' ',
    briefJudging.length ? el('strong', {}, `${t('ui.judging-words', briefJudging.join(', '))} `) : null,
    missing && file.agent ? el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: back }, t('ui.send-back')) : null,
    el(
      'a',
      { class: 'btn btn-default btn-sm', href: `/api/cases/${file.caseNumber}/brief`, download: `${file.caseNumber}.txt` },
      t('ui.download-the-brief')
    )
  );
}

function briefPart(brief) {
  return section(
    t('ui.brief'),
    null,
    facts([
      [t('ui.handed-over'), brief.handOverText],
      [t('ui.in-their-words'), brief.story],
      [t('ui.facts'), brief.facts],
      [t('ui.effect'), brief.effect],
      [t('ui.they-want'), brief.desiredOutcome],
      [t('ui.signals'), brief.signalsText],
      [t('ui.restated'), brief.restatement],
      [t('ui.correction'), brief.correction],
      [t('ui.refusal-explained'), brief.refusalExplained],
      [t('ui.advice'), given(brief.advice) ? `${brief.adviceBy}: ${brief.advice}` : ''],
      [t('ui.problem-goal'), brief.problemGoal],
      [t('ui.people-goal'), brief.peopleGoal],
      [t('ui.callback'), brief.callbackText],
      ...(brief.extraFacts ?? []).map((extra) => [extra.label, extra.value])
    ]),
    given(brief.agentView) ? el('p', { class: 'recourse-view' }, el('strong', {}, `${t('ui.agent-view')} `), brief.agentView) : null
  );
}

const lastWord = (brief) => (brief.finalPositionAccepted ? t('ui.accepted') : t('ui.not-accepted'));

function parts(file, reload) {
  const name = (id) => (id === 'system' ? 'Recourse' : id === 'customer' ? t('ui.the-customer') : (file.names?.[id] ?? id ?? ''));
  const happened = file.timeline.filter((event) => event.kind !== 'read');
  const told = (event) =>
    el(
      'li',
      {},
      el('time', { datetime: event.at }, at(event.at)),
      ` ${name(event.who)} – ${event.kind === 'changed' ? word('case-field', event.field) : word('event-kind', event.kind)}: ${event.after ?? ''}`
    );
  return [
    head(file, name),
    columns([
      briefPart(file.brief),
      section(
        t('ui.clocks'),
        file.clocks.length,
        file.clocks.length ? el('ul', { class: 'recourse-clocks' }, file.clocks.map(clock)) : null
      ),
      section(
        t('ui.offers'),
        file.proposals.length,
        table(
          ['#', t('ui.offered'), t('ui.answer'), t('ui.reason')],
          file.proposals.map((offer) =>
            offer.solution === file.brief.finalPosition
              ? [offer.number, [t('ui.final-position'), lines(offer.compensation)].filter(given).join(' · '), lastWord(file.brief), '']
              : [
                  offer.number,
                  [offer.solution, lines(offer.compensation), offer.dueBy && t('ui.by-time', at(offer.dueBy))].filter(given).join(' · '),
                  offer.answer ? word('customer-answer', offer.answer) : word('promise-state', 'open'),
                  offer.refusalReason
                ]
          )
        )
      ),
      section(
        t('ui.final-position'),
        null,
        given(file.brief.finalPosition)
          ? [el('p', { class: 'recourse-body' }, file.brief.finalPosition), el('p', {}, el('strong', {}, lastWord(file.brief)))]
          : null
      ),
      section(
        t('ui.promises'),
        file.promises.length,
        table(
          [t('ui.what'), t('ui.who'), t('ui.due'), t('ui.state')],
          file.promises.map((promise) => [promise.what, name(promise.owner), at(promise.dueBy), word('promise-state', promise.state)])
        )
      ),
      section(
        t('ui.money'),
        file.approvals.length + file.grants.length,
        table(
          [t('ui.approval'), t('ui.asked'), t('ui.decided'), t('ui.reason')],
          file.approvals.map((approval) => [
            `${name(approval.askedBy)} · ${word('approval-state', approval.state)}`,
            lines(approval.asked),
            [lines(approval.approved), name(approval.decidedBy)].filter(given).join(' · '),
            approval.decisionReason ?? approval.authorityReason
          ])
        ),
        table(
          [t('ui.granted'), t('ui.amount'), t('ui.state')],
          file.grants.map((grant) => [
            word('compensation-kind', grant.kind),
            money(grant.amount, grant.currency),
            word('grant-state', grant.state)
          ])
        )
      ),
      section(
        t('ui.comments'),
        file.comments.length,
        file.comments.length
          ? el(
              'ul',
              { class: 'recourse-comments' },
              file.comments.map((comment) => el('li', {}, el('strong', {}, name(comment.who)), ` ${at(comment.at)}: ${comment.text}`))
            )
          : null,
        commentForm(file.caseNumber, reload)
      ),
      section(t('ui.files'), file.attachments.length, files(file, name, reload)),
      section(
        t('ui.contacts'),
        file.contacts.length,
        table(
          [t('ui.when'), t('ui.channel'), t('ui.who'), t('ui.mood'), t('ui.words')],
          file.contacts.map((contact) => [
            at(contact.beganAt),
            word('channel', contact.channel),
            name(contact.heldBy),
            [contact.moodStart, contact.moodEnd].filter(given).join(' → '),
            contact.words
          ])
        )
      ),
      section(
        t('ui.messages'),
        file.messages.length,
        file.messages.map((message) =>
          el(
            'details',
            {},
            el('summary', {}, `${message.subject} (${word('message-channel', message.channel)}, ${word('message-state', message.state)})`),
            given(message.reason) ? el('p', {}, message.reason) : null,
            el('p', { class: 'recourse-body' }, message.body)
          )
        )
      ),
      section(
        t('ui.questions-to-colleagues'),
        file.questions.length,
        table(
          [t('ui.to'), t('ui.question'), t('ui.answer')],
          file.questions.map((question) => [name(question.askedOf), question.question, question.answer])
        )
      ),
      section(
        t('ui.earlier-cases'),
        (file.brief.earlierCases ?? []).length,
        table(
          [t('ui.case'), t('ui.opened'), t('ui.about'), t('ui.outcome')],
          (file.brief.earlierCases ?? []).map((earlier) => [
            earlier.caseNumber,
            earlier.opened,
            earlier.title,
            word('settlement', earlier.outcome)
          ])
        )
      ),
      section(
        t('ui.timeline'),
        happened.length,
        el('ol', { class: 'recourse-timeline' }, happened.filter((event) => event.kind !== 'changed').map(told)),
        el('details', {}, el('summary', {}, t('ui.every-changed-field')), el('ol', { class: 'recourse-timeline' }, happened.map(told)))
      )
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
  const inside = place(t('ui.case-file'));
  drawer = document.body.appendChild(
    el(
      'aside',
      { id: 'recourse-drawer', 'aria-label': t('ui.case-file') },
      el('button', { type: 'button', class: 'recourse-close', 'aria-label': t('ui.close-the-case-file'), onclick: closeDrawer }, '×'),
      inside
    )
  );
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
  properties: { label: t('ui.case-file') },
  render: (node, { taskId }) => {
    const inside = node.appendChild(place(t('ui.case-file')));
    caseOf(taskId).then((caseNumber) =>
      caseNumber ? show(inside, caseNumber) : inside.replaceChildren(el('p', {}, t('ui.no-case-to-see')))
    );
  }
};
