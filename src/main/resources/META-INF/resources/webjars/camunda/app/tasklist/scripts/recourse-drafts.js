// What is typed is kept on the server while it is typed: it comes back after a lost session, in another browser, and is in
// the case when the work after a call ends by itself. When a step cannot be sent, what was typed is never lost.
import { ask, el, say, t } from '/recourse/scripts/kit.js';
import { caseOf, onAnswer, onForm } from './recourse-desk.js';
import { answersOf, fieldOf } from './recourse-form.js';

const PAUSE = 800;
const SUBMIT = /\/task\/([^/?]+)\/submit-form/;
const LOGIN = /\/auth\/user\/[^/]+\/login\/tasklist/;
const ME = '/camunda/api/admin/auth/user/default';
let open = null; // {task, form, before, answers, sent, timer}

const changed = (before, now) =>
  Object.fromEntries(Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])));
const texts = (answers) =>
  Object.values(answers)
    .filter((value) => typeof value === 'string' && value.trim().length > 2)
    .join('\n');

async function keep(draft, keepalive = false) {
  clearTimeout(draft.timer);
  draft.timer = null;
  const body = JSON.stringify(draft.answers);
  if (body === draft.sent || draft.done) return;
  try {
    await ask(`/api/drafts/${draft.task}`, { method: 'PUT', body: draft.answers, keepalive: keepalive && body.length < 60000 });
    draft.sent = body;
  } catch (failed) {
    if (failed.status === 409) lost(draft);
    else if (await loggedOut(failed.status)) sessionEnded(draft);
    else draft.timer = setTimeout(() => keep(draft), 5000);
  }
}

/** Without a session a request is refused as one of nobody, or as one without its token. */
const loggedOut = async (status) => status === 401 || (status === 403 && !(await ask(ME).catch(() => null)));

/** The step went away under the agent's hands: the words can still go to the case, as a comment. */
async function lost(draft) {
  const words = texts(draft.answers);
  if (!words || draft.told) return;
  draft.told = true;
  const caseNumber = await caseOf(draft.task);
  const toComment = () =>
    ask(`/api/cases/${caseNumber}/comments`, { method: 'POST', body: { text: words.replaceAll('@', '(at)').slice(0, 4000) } }).then(
      () => say(t('ui.draft.is-comment')),
      (refused) => say(refused.message, { urgent: true })
    );
  const copy = () => navigator.clipboard?.writeText(words);
  say(t('ui.draft.step-gone') + `\n${words.slice(0, 300)}`, {
    urgent: true,
    actions: [...(caseNumber ? [{ label: t('ui.draft.to-comment'), run: toComment }] : []), { label: t('ui.copy'), run: copy }]
  });
}

onForm((form, task, container) => {
  if (open?.timer) keep(open, true);
  open = null;
  if (!task) return;
  if (!who) whoIsThis();
  const draft = { task, form, before: answersOf(form), answers: {}, sent: '{}' };
  open = draft;
  const touched = () => (draft.touched = true);
  ['input', 'click', 'keydown'].forEach((event) => container.addEventListener(event, touched, { capture: true, once: true }));
  form.on('changed', () => {
    if (open !== draft || draft.done) return;
    if (!draft.touched) {
      draft.before = answersOf(form); // the form fills itself with what the case knows
      return;
    }
    draft.answers = { ...draft.back, ...changed(draft.before, answersOf(form)) };
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => keep(draft), PAUSE);
  });
  ask(`/api/drafts/${task}`).then(
    (kept) => {
      if (Object.keys(kept ?? {}).length && container.isConnected) {
        draft.back = kept; // is in the form already, and stays in the draft
        container.before(
          el(
            'p',
            { class: 'recourse-restored', role: 'status' },
            t('ui.draft.restored'),
            el(
              'button',
              { type: 'button', class: 'btn-link', onclick: (event) => discard(draft, event.target.parentElement) },
              t('ui.draft.discard')
            )
          )
        );
      }
    },
    () => {}
  );
});

async function discard(draft, note) {
  draft.done = true;
  await ask(`/api/drafts/${draft.task}`, { method: 'DELETE' });
  note.remove();
  location.reload();
}

window.addEventListener('pagehide', () => open?.timer && keep(open, true));

onAnswer(({ url, status, request }) => {
  const submitted = SUBMIT.exec(url);
  if (LOGIN.test(url)) {
    if (status === 200) backAfterLogin(JSON.parse(request.responseText).userId);
  } else if (submitted && open?.task === submitted[1]) {
    answered(open, status, request);
  } else if (status === 401 && open) sessionEnded(open);
});

async function answered(draft, status, request) {
  if (status >= 200 && status < 300) {
    draft.done = true;
    clearTimeout(draft.timer);
    ask(`/api/drafts/${draft.task}`, { method: 'DELETE' }).catch(() => {});
    return;
  }
  if (await loggedOut(status)) {
    sessionEnded(draft);
    return;
  }
  if (status === 400) refused(request, draft);
  else if (status === 409) say(t('ui.changed-by-another'), { urgent: true, keep: true });
  else if (status === 403 || status === 404 || (status === 500 && /null|exist/.test(request.responseText))) lost(draft);
  keep(draft);
}

/** Tasklist shows what the engine said; here the field is named as the form names it, and has the focus. */
function refused(request, draft) {
  const [, key, sentence] = /^(?:Cannot submit [^:]+: )?(\w+): (.+)$/s.exec(JSON.parse(request.responseText).message) ?? [];
  const field = key && fieldOf(draft.form, key);
  const input = field && document.querySelector(`.task-details [id*="-${field.id}"]`);
  const label = input?.closest('.fjs-form-field')?.querySelector('label')?.innerText.replace(/\*$/, '').trim() ?? key;
  input?.focus();
  if (sentence) inOurWords(`${key}: `, `${t('ui.quoted', label)}${/^\p{Ll}/u.test(sentence) ? '' : ':'} ${sentence}`);
}

/** Tasklist shows its notification a moment after the answer. */
function inOurWords(part, sentence, tries = 60) {
  const shown = [...document.querySelectorAll('.page-notifications .message')].filter((one) => one.textContent.includes(part)).pop();
  if (shown) shown.textContent = sentence;
  else if (tries > 0) setTimeout(() => inOurWords(part, sentence, tries - 1), 50);
}

const LEFT = 'recourse-left';
let waiting = JSON.parse(sessionStorage.getItem(LEFT) ?? 'null');
let who = null;
const whoIsThis = () =>
  ask(ME).then(
    (me) => (waiting?.user === me.userId ? backAfterLogin(me.userId) : (who = me.userId)),
    () => {}
  );
whoIsThis();

/**
 * Words typed after the session had ended are in this page only; they go to whoever logs in again, if it is the same person.
 * They outlive a reload of the page to log in on; each login empties the browser's storage.
 */
function sessionEnded(draft) {
  waiting = { task: draft.task, answers: draft.answers, user: who };
  sessionStorage.setItem(LEFT, JSON.stringify(waiting));
  if (draft.toldLogin) return;
  draft.toldLogin = true;
  say(t('ui.session-ended'), { urgent: true, keep: true });
}

async function backAfterLogin(user) {
  const kept = waiting;
  waiting = null;
  sessionStorage.removeItem(LEFT);
  who = user;
  if (!kept || kept.user !== user || !Object.keys(kept.answers).length) return;
  for (let tries = 40; ; tries--) {
    try {
      await ask(`/api/drafts/${kept.task}`, { method: 'PUT', body: kept.answers });
      location.reload();
      return;
    } catch (failed) {
      // Tasklist itself fetches the new session's token, a moment after the login
      if (failed.status === 409 || tries === 0) {
        lost({ task: kept.task, answers: kept.answers });
        return;
      }
      await new Promise((later) => setTimeout(later, 250));
    }
  }
}

export default [];
