// What is typed is kept on the server while it is typed: it comes back after a lost session, in another browser, and is in
// the case when the work after a call ends by itself. When a step cannot be sent, what was typed is never lost.
import { ask, caseOf, el, formIn, onAnswer, onForm, say, t } from './recourse-desk.8de8ab67.js';

const PAUSE = 800;
const SUBMIT = /\/task\/([^/?]+)\/submit-form/;
const LOGIN = /\/auth\/user\/[^/]+\/login\/tasklist/;
let open = null; // {task, form, before, sent, timer}

const typed = (form) => form._getSubmitData();
const changed = (before, now) => Object.fromEntries(Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])));
const texts = (answers) => Object.values(answers).filter((value) => typeof value === 'string' && value.trim().length > 2).join('\n');

async function keep(draft, keepalive = false) {
  clearTimeout(draft.timer);
  draft.timer = null;
  const answers = changed(draft.before, typed(draft.form));
  const body = JSON.stringify(answers);
  if (body === draft.sent || draft.done) return;
  draft.unsent = answers;
  try {
    await ask(`/api/drafts/${draft.task}`, { method: 'PUT', body: answers, keepalive: keepalive && body.length < 60000 });
    draft.sent = body;
    draft.unsent = null;
  } catch (failed) {
    if (failed.status === 409) lost(draft.task, answers);
    else if (failed.status !== 401) draft.timer = setTimeout(() => keep(draft), 5000);
  }
}

/** The step went away under the agent's hands: the words can still go to the case, as a comment. */
async function lost(task, answers) {
  const words = texts(answers);
  if (!words || lost.said === task) return;
  lost.said = task;
  const caseNumber = await caseOf(task);
  const toComment = () => ask(`/api/cases/${caseNumber}/comments`, { method: 'POST', body: { text: words.replaceAll('@', '(at)').slice(0, 4000) } })
    .then(() => say(t('It is in the case file as a comment.', 'Es steht als Kommentar in der Fallakte.')), (refused) => say(refused.message, { urgent: true }));
  const copy = () => navigator.clipboard?.writeText(words);
  say(t('This step is done already, or a colleague took it over. What you typed is not lost:', 'Dieser Schritt ist schon erledigt, oder eine Kollegin hat ihn übernommen. Was Sie getippt haben, ist nicht verloren:') + `\n${words.slice(0, 300)}`,
    { urgent: true, actions: [...(caseNumber ? [{ label: t('Add it to the case as a comment', 'Als Kommentar zum Fall geben'), run: toComment }] : []), { label: t('Copy', 'Kopieren'), run: copy }] });
}

onForm((form, task, container) => {
  if (open?.timer) keep(open, true);
  open = null;
  if (!task) return;
  const draft = { task, form, before: typed(form), sent: '{}' };
  open = draft;
  form.on('changed', () => {
    if (open !== draft || draft.done) return;
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => keep(draft), PAUSE);
  });
  ask(`/api/drafts/${task}`).then((kept) => {
    if (Object.keys(kept ?? {}).length && container.isConnected) {
      draft.before = Object.fromEntries(Object.entries(draft.before).filter(([key]) => !(key in kept)));
      container.before(el('p', { class: 'recourse-restored', role: 'status' }, t('What you typed before is back.', 'Was Sie vorher getippt hatten, ist wieder da.'),
        el('button', { type: 'button', class: 'btn-link', onclick: (event) => discard(draft, event.target.parentElement) }, t('Discard it', 'Verwerfen'))));
    }
  }, () => {});
});

async function discard(draft, note) {
  draft.done = true;
  await ask(`/api/drafts/${draft.task}`, { method: 'DELETE' });
  note.remove();
  location.reload();
}

window.addEventListener('pagehide', () => open?.timer && keep(open, true));

onAnswer(({ method, url, status, request }) => {
  const submitted = SUBMIT.exec(url);
  if (submitted && open?.task === submitted[1]) {
    const draft = open;
    if (status >= 200 && status < 300) {
      draft.done = true;
      clearTimeout(draft.timer);
      ask(`/api/drafts/${submitted[1]}`, { method: 'DELETE' }).catch(() => {});
      return;
    }
    explain(draft, status, request);
  } else if (LOGIN.test(url) && status === 200) backAfterLogin(request);
  else if (status === 401 && !LOGIN.test(url) && open && !open.toldLogin) {
    open.toldLogin = true;
    const left = changed(open.before, typed(open.form));
    rememberForLogin(open.task, left);
    say(t('Your session has ended. What you typed is kept: log in again and go on.', 'Ihre Sitzung ist zu Ende. Was Sie getippt haben, ist bewahrt: Melden Sie sich wieder an und machen Sie weiter.'), { urgent: true, keep: true });
  }
});

function explain(draft, status, request) {
  const answers = changed(draft.before, typed(draft.form));
  if (status === 409) say(t('Somebody else changed this case at the same moment. Nothing was lost: look again and press Complete once more.', 'Jemand hat diesen Fall im selben Augenblick geändert. Nichts ging verloren: Sehen Sie noch einmal hin und schließen Sie den Schritt erneut ab.'), { urgent: true, keep: true });
  else if (status === 403 || status === 404 || (status === 500 && /null|exist/.test(request.responseText))) lost(draft.task, answers);
  if (draft.timer || draft.unsent) keep(draft);
}

let waiting = null;

/** Words typed after the session had ended exist in this page only; they go to whoever logs in again, if it is the same person. */
function rememberForLogin(task, answers) {
  waiting = { task, answers, user: waiting?.user ?? who };
}

let who = null;
ask('/camunda/api/admin/auth/user/default').then((me) => (who = me?.userId ?? null), () => {});

function backAfterLogin(request) {
  const user = JSON.parse(request.responseText).userId;
  const kept = waiting;
  waiting = null;
  who = user;
  if (kept && kept.user === user && Object.keys(kept.answers).length) {
    localStorage.setItem(`camunda-form:${kept.task}`, JSON.stringify(kept.answers)); // Tasklist reads it when the form opens
  }
}

export default [];
