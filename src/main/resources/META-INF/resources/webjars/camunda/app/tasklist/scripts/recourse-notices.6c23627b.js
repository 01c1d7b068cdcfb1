// Notices in Tasklist's bar, and what cannot wait: a new urgent hand-over is heard and seen within two seconds, in the page
// and in the title; an agent whose customer holds the line for a minute is offered to call back instead.
import { ask, at, el, inZone, onAnswer, openStep, say, showCaseFile, caseOf, span, t } from './recourse-desk.119e0d75.js';

const EVERY = 1900;
const URGENT = 70;
const PAUSE = 'recourse-pause-until';
const seen = new Set();
const offered = new Set();
const said = new Map(); // by task or case, what takes its sentence away again
let first = true;
let node = null;
let latest = { count: 0, waiting: [], stalled: [], notices: [] };
let title = document.title;

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
    said.set(`${one.taskId}${one.onTheLine}`, say(t(`New hand-over, urgency ${one.urgency}${one.onTheLine ? ', the customer is on the line' : ''}: ${one.title} (${one.caseNumber})`,
      `Neue Übergabe, Dringlichkeit ${one.urgency}${one.onTheLine ? ', der Kunde ist in der Leitung' : ''}: ${one.title} (${one.caseNumber})`),
    { urgent: true, actions: [{ label: t('Open', 'Öffnen'), run: () => openStep(one.taskId) }] }));
  }
}

function stalled(waiting) {
  for (const one of waiting.filter((other) => !offered.has(other.caseNumber))) {
    offered.add(one.caseNumber);
    beep();
    said.set(one.caseNumber, say(t(`Nobody has taken ${one.caseNumber} for ${span(one.seconds)}. Offer a callback: “So that you do not have to wait on the line: may we call you back?”`,
      `Seit ${span(one.seconds)} hat niemand ${one.caseNumber} übernommen. Bieten Sie einen Rückruf an: „Damit Sie nicht in der Leitung warten müssen: Dürfen wir Sie zurückrufen?“`),
    { urgent: true, actions: [{ label: t('They take the callback', 'Sie nehmen den Rückruf'), run: () => ask(`/api/cases/${one.caseNumber}/callback-instead`, { method: 'POST', body: {} }).then(() => say(t('The supervisor sees that they are to be called back.', 'Die Vorgesetzte sieht, dass zurückgerufen wird.'))) }, { label: t('They wait', 'Sie warten'), run: () => {} }] }));
  }
}

function label() {
  const urgent = latest.count;
  const unread = latest.notices.length;
  document.title = urgent || unread ? `(${urgent + unread}) ${title}` : title;
  if (!node) return;
  const text = [t('Notices', 'Hinweise'), unread ? `(${unread})` : ''].filter(Boolean).join(' ');
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
      if (!first) fresh.filter((notice) => notice.kind !== 'hand-over-unclaimed').slice(0, 3).forEach((notice) => say(notice.sentence, { urgent: notice.kind === 'danger-to-life', keep: notice.kind === 'danger-to-life' }));
    }
    first = false;
    label();
  } catch (ignored) {
    // the session or the server is away: look again later
  }
}

setInterval(look, EVERY);

function list() {
  let dialog = document.getElementById('recourse-notices');
  if (!dialog) {
    dialog = document.body.appendChild(el('dialog', { id: 'recourse-notices', 'aria-labelledby': 'recourse-notices-title' }));
  }
  const notices = latest.notices;
  const read = async () => {
    if (notices.length) await ask(`/api/notices/read?upTo=${notices[0].id}`, { method: 'POST' });
    dialog.close();
    look();
  };
  dialog.replaceChildren(el('h2', { id: 'recourse-notices-title' }, t('Notices', 'Hinweise')),
    notices.length ? el('ul', {}, notices.map((notice) => el('li', {}, el('time', { datetime: notice.at }, at(notice.at)), ` ${notice.sentence} `, el('button', { type: 'button', class: 'btn btn-link btn-xs', 'aria-label': t(`Case file of ${notice.caseNumber}`, `Fallakte von ${notice.caseNumber}`), onclick: () => { dialog.close(); showCaseFile(notice.caseNumber); } }, t('Case file', 'Fallakte'))))) : el('p', {}, t('Nothing new.', 'Nichts Neues.')),
    el('button', { type: 'button', class: 'btn btn-primary', onclick: read }, notices.length ? t('I have read them', 'Ich habe sie gelesen') : t('Close', 'Schließen')),
    notices.length ? el('button', { type: 'button', class: 'btn btn-default', onclick: () => dialog.close() }, t('Later', 'Später')) : null);
  dialog.showModal();
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
    say(t('Ten minutes without notices. Get up, breathe, drink something.', 'Zehn Minuten ohne Hinweise. Stehen Sie auf, atmen Sie, trinken Sie etwas.'));
  };
  say(t('That was a hard call. Would you like a pause before the next one?', 'Das war ein schweres Gespräch. Möchten Sie vor dem nächsten eine Pause?'), { actions: [{ label: t('Ten minutes', 'Zehn Minuten'), run: pause }, { label: t('No, thank you', 'Nein, danke'), run: () => answered(false) }] });
}

export default {
  id: 'recourse.notices',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render: (place) => {
    node = place;
    node.append(el('button', { type: 'button', class: 'recourse-bell', onclick: list }, t('Notices', 'Hinweise')));
    label();
    setTimeout(look); // when it is in the page
  }
};
