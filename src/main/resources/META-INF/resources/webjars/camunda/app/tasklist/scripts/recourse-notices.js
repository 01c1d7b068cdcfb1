// Notices in Tasklist's bar, and what cannot wait: a new urgent hand-over is heard and seen within two seconds, in the page
// and in the title; an agent whose customer holds the line for a minute is offered to call back instead.
import { ask, at, button, dialog, el, inZone, say, span, t } from '/recourse/scripts/kit.js';
import { caseOf, onAnswer, openStep, showCaseFile } from './recourse-desk.js';

const EVERY = 1900;
const URGENT = 70;
const PAUSE = 'recourse-pause-until';
const seen = new Set();
const offered = new Set();
const said = new Map(); // by task or case, what takes its sentence away again
let first = true;
let node = null;
let latest = { count: 0, waiting: [], stalled: [], notices: [] };
const title = document.title;

function beep() {
  try {
    const audio = new AudioContext();
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0.2, audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.7);
    gain.connect(audio.destination);
    [660, 880].forEach((pitch, n) => {
      const tone = audio.createOscillator();
      tone.frequency.value = pitch;
      tone.connect(gain);
      tone.start(audio.currentTime + n * 0.18);
      tone.stop(audio.currentTime + n * 0.18 + 0.3);
    });
    setTimeout(() => audio.close(), 1500);
  } catch (ignored) {
    // no sound on this machine; the sentence and the title remain
  }
}

const inPause = () => Number(sessionStorage.getItem(PAUSE) ?? 0) > Date.now();

/** A sentence goes when what it says is over: taken by somebody, or the customer does not hold the line any more. */
function takeBack(those) {
  for (const [id, close] of said) {
    if (those.has(id)) continue;
    close();
    said.delete(id);
  }
}

function handOvers(waiting) {
  const fresh = waiting.filter((one) => !seen.has(one.taskId));
  fresh.forEach((one) => seen.add(one.taskId));
  const urgent = fresh.filter((one) => one.urgency >= URGENT || one.onTheLine);
  if (first || inPause() || !urgent.length) return;
  beep();
  for (const one of urgent) {
    said.set(
      `${one.taskId}${one.onTheLine}`,
      say(t(one.onTheLine ? 'ui.new-hand-over-on-the-line' : 'ui.new-hand-over', one.urgency, one.title, one.caseNumber), {
        urgent: true,
        actions: [{ label: t('ui.open'), run: () => openStep(one.taskId) }]
      })
    );
  }
}

function stalled(waiting) {
  for (const one of waiting.filter((other) => !offered.has(other.caseNumber))) {
    offered.add(one.caseNumber);
    beep();
    said.set(
      one.caseNumber,
      say(t('ui.stalled', one.caseNumber, span(one.seconds)), {
        urgent: true,
        actions: [
          {
            label: t('ui.they-take-the-callback'),
            run: () =>
              ask(`/api/cases/${one.caseNumber}/callback-instead`, { method: 'POST', body: {} }).then(() =>
                say(t('ui.callback-instead-told'))
              )
          },
          { label: t('ui.they-wait'), run: () => {} }
        ]
      })
    );
  }
}

function label() {
  const urgent = latest.count;
  const unread = latest.notices.length;
  document.title = urgent || unread ? `(${urgent + unread}) ${title}` : title;
  if (!node) return;
  const text = [t('ui.notices'), unread ? `(${unread})` : ''].filter(Boolean).join(' ');
  const button = node.querySelector('button');
  if (button.textContent !== text) button.textContent = text;
  button.classList.toggle('recourse-unread', unread > 0);
}

/** The bar is there while somebody is logged in; before and after, there is nobody to ask for. */
async function look() {
  if (!node?.isConnected) return;
  try {
    const now = await ask('/api/work/attention');
    const told = new Set(latest.notices.map((notice) => notice.id));
    const fresh = now.notices.filter((notice) => !told.has(notice.id));
    latest = now;
    inZone(now.zone);
    takeBack(new Set([...now.waiting.map((one) => `${one.taskId}${one.onTheLine}`), ...now.stalled.map((one) => one.caseNumber)]));
    handOvers(now.waiting);
    if (!inPause()) {
      stalled(now.stalled);
      if (!first)
        fresh
          .filter((notice) => notice.kind !== 'hand-over-unclaimed')
          .slice(0, 3)
          .forEach((notice) => say(notice.sentence, { urgent: notice.kind === 'danger-to-life', keep: notice.kind === 'danger-to-life' }));
    }
    first = false;
    label();
  } catch (ignored) {
    // the session or the server is away: look again later
  }
}

setInterval(look, EVERY);

function list() {
  document.getElementById('recourse-notices')?.close();
  const notices = latest.notices;
  const read = async () => {
    if (notices.length) await ask(`/api/notices/read?upTo=${notices[0].id}`, { method: 'POST' });
    box.close();
    look();
  };
  const open = (notice) => {
    box.close();
    showCaseFile(notice.caseNumber);
  };
  const line = (notice) =>
    el(
      'li',
      {},
      el('time', { datetime: notice.at }, at(notice.at)),
      ` ${notice.sentence} `,
      button(t('ui.case-file'), () => open(notice), { class: 'btn btn-link btn-xs', 'aria-label': t('ui.case-file-of', notice.caseNumber) })
    );
  const box = dialog(
    'recourse-notices',
    t('ui.notices'),
    notices.length ? el('ul', {}, notices.map(line)) : el('p', {}, t('ui.nothing-new')),
    button(notices.length ? t('ui.have-read') : t('ui.close'), read, { class: 'btn btn-primary' }),
    ' ',
    notices.length > 0 && button(t('ui.later'), () => box.close())
  );
}

// After abuse or a threat a pause is offered; that it was offered, and whether it was taken, is on record for the agent's
// protection, not for a figure.
onAnswer(({ url, status, request }) => {
  const submitted = /\/task\/([^/]+)\/submit-form/.exec(url);
  if (!submitted || status > 299 || status < 200) return;
  if (!/"(conduct|threat|abuse)"|\[[^\]]*(abuse|threat)/.test(String(request.recourseBody ?? '').replaceAll('\\"', '"'))) return;
  caseOf(submitted[1]).then((caseNumber) => caseNumber && offerPause(caseNumber));
});

function offerPause(caseNumber) {
  const answered = (taken) => ask(`/api/cases/${caseNumber}/pause`, { method: 'POST', body: { taken } }).catch(() => {});
  const pause = () => {
    sessionStorage.setItem(PAUSE, String(Date.now() + 600000));
    answered(true);
    say(t('ui.pause.begins'));
  };
  say(t('ui.pause.asked'), {
    actions: [
      { label: t('ui.pause.yes'), run: pause },
      { label: t('ui.pause.no'), run: () => answered(false) }
    ]
  });
}

export default {
  id: 'recourse.notices',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render: (place) => {
    node = place;
    node.append(el('button', { type: 'button', class: 'recourse-bell', onclick: list }, t('ui.notices')));
    label();
    setTimeout(look); // when it is in the page
  }
};
