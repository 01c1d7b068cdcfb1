// Shows on each card what the case is about: customer, title, product, urgency, how long it has been waiting, and what
// this step needs: the amount to approve, the window to call in, what was promised or asked.
import { ask, el, named, span, t, word } from '/recourse/scripts/kit.js';
import { formJsInOurWords } from './recourse-form.js';

const FRESH_FOR = 9000;
const WAIT_FOR_OTHERS = 40;
const known = new Map();
let asked = new Map();

function fetchAsked() {
  const waiting = asked;
  asked = new Map();
  const ids = [...waiting.keys()].map(encodeURIComponent).join(',');
  ask(`/api/work/cards?tasks=${ids}`)
    .catch(() => ({}))
    .then((cards) => {
      for (const [id, done] of waiting) {
        known.set(id, { card: cards[id], at: Date.now() });
        done.forEach((resolve) => resolve(cards[id]));
      }
    });
}

function cardOf(taskId) {
  const fresh = known.get(taskId);
  if (fresh && Date.now() - fresh.at < FRESH_FOR) {
    return Promise.resolve(fresh.card);
  }
  return new Promise((resolve) => {
    if (asked.size === 0) {
      setTimeout(fetchAsked, WAIT_FOR_OTHERS);
    }
    asked.set(taskId, [...(asked.get(taskId) ?? []), resolve]);
  });
}

const waiting = (since) => span(Math.max(0, Date.now() - new Date(since)) / 1000);

function line(parent, text, style) {
  const row = parent.appendChild(el('div', {}, text));
  Object.assign(row.style, style);
}

export default {
  id: 'recourse.card',
  pluginPoint: 'tasklist.card',
  priority: 10,
  render: (node, { taskId }) => {
    cardOf(taskId).then((card) => {
      if (!card) return;
      node.replaceChildren();
      const urgent = card.urgency >= 70;
      line(node, card.title, { fontWeight: '600', borderLeft: urgent ? '3px solid #b5152b' : 'none', paddingLeft: urgent ? '6px' : '0' });
      const facts = [card.customer ?? card.caseNumber, card.tier === 'standard' ? '' : word('tier', card.tier), card.product];
      line(node, facts.filter(Boolean).join(' · '), {});
      if (card.detail) line(node, card.detail, { fontStyle: 'italic' });
      const state = [
        card.urgency ? t('ui.urgency-of', card.urgency) : '',
        card.trigger && card.level > 1 ? card.trigger : '',
        t('ui.open-for', waiting(card.openedAt)),
        card.caseNumber
      ];
      line(node, state.filter(Boolean).join(' · '), { color: '#555' });
    });
  }
};

// Urgent first: Tasklist begins every visit with the newest first, whatever the filter says. Who chooses otherwise keeps that.
const URGENT_FIRST = JSON.stringify([
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'dueDate', sortOrder: 'asc' }
]);
const NEWEST_FIRST = JSON.stringify([{ sortBy: 'created', sortOrder: 'desc' }]);

const queryOf = (address) => new URLSearchParams((address.split('#')[1] ?? '').replace(/^\/?\??/, ''));

/** An address that had an order before has another one now because somebody chose it. */
function urgentFirst(event) {
  const query = queryOf(location.href);
  const chosen = event && queryOf(event.oldURL).get('sorting');
  if (location.hash.startsWith('#/login') || chosen || query.get('sorting') !== NEWEST_FIRST) return;
  query.set('sorting', URGENT_FIRST);
  location.replace(`#/?${query}`);
}

addEventListener('hashchange', urgentFirst);
urgentFirst();

// Tasklist's own places for the names of steps, processes and lists speak the reader's language, too.
const PLACES =
  '.task h4.task a, .task .process-definition, .task-card h2.task, .task-card .process-definition, .task-filters a, .modal-content .processes a, .tooltip-inner, .tooltip-inner *';

function inOurWords() {
  formJsInOurWords();
  for (const place of document.querySelectorAll(PLACES)) {
    for (const node of place.childNodes) {
      const name = node.nodeType === Node.TEXT_NODE ? node.data.trim() : '';
      if (name && named(name) !== name) node.data = node.data.replace(name, named(name));
    }
  }
}

new MutationObserver(inOurWords).observe(document.body, { childList: true, subtree: true, characterData: true });
