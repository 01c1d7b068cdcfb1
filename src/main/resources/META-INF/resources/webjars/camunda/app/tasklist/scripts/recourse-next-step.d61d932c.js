// When a step is done, the next step of the same case opens by itself with the focus in its first field. When it goes to
// somebody else, a sentence says to whom. Nothing here can keep Tasklist from starting: whatever fails, fails silently.
const TASK = /\/task\/([^/?]+)\/(submit-form|form-variables)/;
const START = /\/process-definition\/[^/]+\/[^/]+\/submit-form|\/process-definition\/[^/]+\/submit-form/;
const caseOfTask = new Map();

const getJson = (path) =>
  fetch(path, { headers: { Accept: 'application/json' } }).then((answer) => (answer.status === 200 ? answer.json() : null));

function focusFirstField(tries = 40) {
  const field = document.querySelector('.fjs-container input:not([type=hidden]), .fjs-container textarea, .fjs-container select');
  if (field) field.focus();
  else if (tries > 0) setTimeout(() => focusFirstField(tries - 1), 100);
}

function say(sentence) {
  let place = document.getElementById('recourse-said');
  if (!place) {
    place = document.body.appendChild(document.createElement('div'));
    place.id = 'recourse-said';
    place.setAttribute('role', 'status');
    Object.assign(place.style, { position: 'fixed', right: '1em', bottom: '1em', zIndex: 9999, background: '#1d3c5a', color: '#fff', padding: '.8em 1.2em', borderRadius: '4px', maxWidth: '30em' });
  }
  place.textContent = sentence;
  place.hidden = false;
  clearTimeout(place.timer);
  place.timer = setTimeout(() => (place.hidden = true), 8000);
}

function open(taskId) {
  const query = new URLSearchParams(location.hash.replace(/^#\/\??/, ''));
  query.set('task', taskId);
  query.set('detailsTab', 'task-detail-form');
  location.hash = `#/?${query}`;
  setTimeout(focusFirstField, 300);
}

async function goOn(caseNumber) {
  const next = await getJson(`/api/work/next?case=${encodeURIComponent(caseNumber)}`);
  if (!next) say(`${caseNumber}: nothing is waiting now.`);
  else if (next.mine) open(next.taskId);
  else say(`${caseNumber} goes on with ${next.with}: ${next.name}.`);
}

async function remember(taskId) {
  if (!caseOfTask.has(taskId)) {
    const cards = await getJson(`/api/work/cards?tasks=${encodeURIComponent(taskId)}`);
    if (cards?.[taskId]) caseOfTask.set(taskId, cards[taskId].caseNumber);
  }
}

function watch(request, url) {
  const task = TASK.exec(url);
  if (task && task[2] === 'form-variables') remember(task[1]);
  if (!url.includes('submit-form')) return;
  request.addEventListener('load', () => {
    if (request.status < 200 || request.status > 299) return;
    if (task) {
      const caseNumber = caseOfTask.get(task[1]);
      if (caseNumber) goOn(caseNumber).catch(() => {});
    } else if (START.test(url)) {
      const started = JSON.parse(request.responseText);
      if (started.businessKey) goOn(started.businessKey).catch(() => {});
    }
  });
}

const send = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  try {
    watch(this, String(url));
  } catch (ignored) {
    // Tasklist goes on without our help
  }
  return send.call(this, method, url, ...rest);
};

export default [];
