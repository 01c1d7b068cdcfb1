// "To be paid" in Tasklist's bar, for supervisors and managers: what was granted and waits to be paid by hand because no
// payment system is connected. Who paid writes down the reference; the customer's refund is kept with it.
const WORDS = {
  en: {
    open: 'To be paid', title: 'To be paid by hand', hint: 'Granted, but no payment system is connected. Pay it, then write down under which reference.', none: 'Nothing waits to be paid.',
    case: 'Case', customer: 'Customer', amount: 'Amount', agreed: 'Agreed', reference: 'Reference', paid: 'Mark as paid', paidNow: (key) => `${key} is marked as paid.`, close: 'Close', failed: 'That did not work',
    kinds: { refund: 'refund', credit: 'credit', voucher: 'voucher', goodwill: 'goodwill' }
  },
  de: {
    open: 'Zu zahlen', title: 'Von Hand zu zahlen', hint: 'Gewährt, aber kein Zahlungssystem ist angeschlossen. Zahlen Sie und schreiben Sie auf, unter welcher Referenz.', none: 'Nichts wartet auf Zahlung.',
    case: 'Fall', customer: 'Kunde', amount: 'Betrag', agreed: 'Vereinbart', reference: 'Referenz', paid: 'Als gezahlt vermerken', paidNow: (key) => `${key} ist als gezahlt vermerkt.`, close: 'Schließen', failed: 'Das ging nicht',
    kinds: { refund: 'Erstattung', credit: 'Gutschrift', voucher: 'Gutschein', goodwill: 'Kulanz' }
  }
};
const LANGUAGE = (navigator.language || 'en').toLowerCase().startsWith('de') ? 'de' : 'en';
const T = WORDS[LANGUAGE];
const STYLE = `
.recourse-payments { border: 0; border-radius: 4px; padding: 1.2em 1.6em; width: 60em; max-width: 95vw; max-height: 90vh; overflow: auto; color: #333; box-shadow: 0 4px 30px rgba(0,0,0,.4); }
.recourse-payments::backdrop { background: rgba(0,0,0,.4); } .recourse-payments h2 { font-size: 20px; margin: 0 0 .6em; } .recourse-payments .hint { color: #555; }
.recourse-payments table { width: 100%; border-collapse: collapse; margin: .6em 0 1.2em; } .recourse-payments th, .recourse-payments td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid #ddd; }
.recourse-payments .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } .recourse-payments form { display: flex; gap: .5em; } .recourse-payments .said { min-height: 1.5em; font-weight: 600; }
.recourse-payments :focus-visible { outline: 3px solid #155cb5; outline-offset: 1px; }`;

function element(parent, name, attributes = {}, text = undefined) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  if (text !== undefined) made.textContent = text;
  return parent.appendChild(made);
}

async function request(api, path, body = undefined) {
  const token = api.CSRFToken || (document.cookie.match(/XSRF-TOKEN=([^;]+)/) || [])[1] || '';
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': token };
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(`/api/grants${path}`, { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : {};
  if (!answer.ok) throw new Error(json.detail || `${answer.status}`);
  return json;
}

const money = (amount, currency) => new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency }).format(amount);
const day = (at) => new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium' }).format(new Date(at));

class Payments {
  constructor(api) {
    this.api = api;
    this.dialog = element(document.body, 'dialog', { class: 'recourse-payments', lang: LANGUAGE, 'aria-labelledby': 'recourse-payments-title' });
    element(this.dialog, 'style', {}, STYLE);
    element(this.dialog, 'h2', { id: 'recourse-payments-title' }, T.title);
    element(this.dialog, 'p', { class: 'hint' }, T.hint);
    this.said = element(this.dialog, 'p', { class: 'said', role: 'status' });
    this.list = element(this.dialog, 'div');
    element(this.dialog, 'button', { type: 'button', class: 'btn btn-default', onclick: () => this.dialog.close() }, T.close);
    this.dialog.addEventListener('close', () => this.dialog.remove());
    // keys pressed here are not meant for Tasklist's shortcuts
    this.dialog.addEventListener('keydown', (event) => event.stopPropagation());
    this.dialog.showModal();
    this.attempt(() => this.draw());
  }

  /** Whatever fails is said in words, and nothing that was typed is lost. */
  async attempt(work) {
    try {
      await work();
    } catch (failed) {
      this.said.textContent = `${T.failed}: ${failed.message}`;
    }
  }

  async draw() {
    const grants = await request(this.api, '?state=to-pay');
    this.list.replaceChildren();
    if (!grants.length) {
      element(this.list, 'p', {}, T.none);
      return;
    }
    const table = element(this.list, 'table');
    const head = element(element(table, 'thead'), 'tr');
    [T.case, T.customer, T.amount, T.agreed, T.reference].forEach((text) => element(head, 'th', { scope: 'col' }, text));
    const rows = element(table, 'tbody');
    grants.forEach((grant) => this.row(element(rows, 'tr'), grant));
    this.list.querySelector('input').focus();
  }

  row(row, grant) {
    element(row, 'td', {}, grant.caseNumber);
    element(row, 'td', {}, grant.customerNumber);
    element(row, 'td', { class: 'number' }, `${T.kinds[grant.kind] || grant.kind} ${money(grant.amount, grant.currency)}`);
    element(row, 'td', {}, `${day(grant.agreedAt)}, ${grant.agreedByName}`);
    const form = element(element(row, 'td'), 'form');
    const input = element(form, 'input', { type: 'text', maxlength: '100', size: '18', required: '', 'aria-label': `${T.reference}: ${grant.key}` });
    element(form, 'button', { type: 'submit', class: 'btn btn-default btn-xs', 'aria-label': `${T.paid}: ${grant.key}` }, T.paid);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.attempt(async () => {
        await request(this.api, `/${encodeURIComponent(grant.key)}/payment`, { reference: input.value });
        await this.draw();
        this.said.textContent = T.paidNow(grant.key);
      });
    });
  }
}

export default {
  id: 'recourse.payments',
  pluginPoint: 'tasklist.navbar.action',
  priority: 4,
  render: (node, { api }) => {
    request(api, '/permission')
      .then((may) => {
        if (may.pay) element(node, 'a', { href: '', role: 'button', onclick: (event) => { event.preventDefault(); new Payments(api); } }, T.open);
      })
      .catch(() => {});
  }
};
