// The page #/budget for managers and auditors: what each team may give away in a month, what is spoken for, what is left
// and where it goes; the entries behind each figure; what waits to be paid by hand.
const WORDS = {
  en: {
    title: 'Goodwill budgets', month: 'Month', team: 'Team', allTeams: 'all teams', cause: 'Cause', download: 'Entries as CSV',
    byTeam: 'By team', byCause: 'By cause', budget: 'Budget', reserved: 'Reserved', committed: 'Committed', left: 'Left', forecast: 'Forecast', cases: 'Cases',
    forecastHint: 'Forecast: what is reserved and committed, carried on at the same pace in business time to the end of the month. There is none while less than a tenth of the month has passed.',
    change: 'Change budget', amount: 'Amount', reason: 'Reason', save: 'Save', cancel: 'Cancel', overdrawn: 'overdrawn',
    entries: (of) => `Entries behind “${of}”`, at: 'When', kind: 'What', account: 'Account', case: 'Case', customer: 'Customer', who: 'Who', sum: 'Sum',
    newest: (shown, all) => `The newest ${shown} of ${all}; the CSV has them all.`, none: 'None.',
    choose: 'Choose a figure to see the entries behind it.', noBudget: 'No team had a budget in this month.',
    byHand: 'To be paid by hand', byHandHint: 'Granted, but no payment system is connected. Pay it, then write down under which reference.',
    reference: 'Reference', paid: 'Mark as paid', paidNow: (key) => `${key} is marked as paid.`, agreedBy: 'Agreed by',
    unclear: 'Payments that are not clear', unclearHint: 'Sent, but the payment system did not say clearly that it paid. They are sent again by themselves three times, then only from here.',
    answer: 'Last answer', again: 'Send again', sentAgain: (key) => `${key} was sent again and is paid.`,
    check: 'Prove the ledger now', balances: 'The ledger balances: every transaction sums to zero, and every total is the sum of its entries.',
    forbidden: 'Budgets are for managers and auditors.', failed: 'That did not work', saved: 'The budget is changed.', loading: 'Loading …',
    kinds: { fund: 'funded', reserve: 'reserved', overdraw: 'overdrawn', release: 'released', commit: 'committed', refund: 'refund', credit: 'credit', voucher: 'voucher', goodwill: 'goodwill' },
    causes: { 'complex-matter': 'complex or technical matter', 'missing-knowledge': 'missing training or knowledge', 'no-authority': 'no authority at the front line', 'poor-information': 'poor information sharing', 'long-wait': 'long wait or transfers', 'first-handling': 'how the first call was handled', 'product-or-policy': 'product or policy', other: 'other', 'not-named': 'not named' }
  },
  de: {
    title: 'Kulanzbudgets', month: 'Monat', team: 'Team', allTeams: 'alle Teams', cause: 'Ursache', download: 'Buchungen als CSV',
    byTeam: 'Nach Team', byCause: 'Nach Ursache', budget: 'Budget', reserved: 'Reserviert', committed: 'Gewährt', left: 'Übrig', forecast: 'Prognose', cases: 'Fälle',
    forecastHint: 'Prognose: was reserviert und gewährt ist, im selben Tempo der Geschäftszeit bis zum Monatsende fortgeschrieben. Es gibt keine, solange weniger als ein Zehntel des Monats vorbei ist.',
    change: 'Budget ändern', amount: 'Betrag', reason: 'Grund', save: 'Speichern', cancel: 'Abbrechen', overdrawn: 'überzogen',
    entries: (of) => `Buchungen hinter „${of}“`, at: 'Wann', kind: 'Was', account: 'Konto', case: 'Fall', customer: 'Kunde', who: 'Wer', sum: 'Summe',
    newest: (shown, all) => `Die neuesten ${shown} von ${all}; alle stehen in der CSV-Datei.`, none: 'Keine.',
    choose: 'Wählen Sie eine Zahl, um die Buchungen dahinter zu sehen.', noBudget: 'In diesem Monat hatte kein Team ein Budget.',
    byHand: 'Von Hand zu zahlen', byHandHint: 'Gewährt, aber kein Zahlungssystem ist angeschlossen. Zahlen Sie und schreiben Sie auf, unter welcher Referenz.',
    reference: 'Referenz', paid: 'Als gezahlt vermerken', paidNow: (key) => `${key} ist als gezahlt vermerkt.`, agreedBy: 'Vereinbart von',
    unclear: 'Ungeklärte Zahlungen', unclearHint: 'Gesendet, aber das Zahlungssystem hat nicht klar gesagt, dass gezahlt wurde. Dreimal wird von selbst erneut gesendet, danach nur noch von hier.',
    answer: 'Letzte Antwort', again: 'Erneut senden', sentAgain: (key) => `${key} wurde erneut gesendet und ist gezahlt.`,
    check: 'Hauptbuch jetzt prüfen', balances: 'Das Hauptbuch geht auf: Jede Buchung ergibt null, und jede Summe ist die ihrer Einträge.',
    forbidden: 'Budgets sehen nur Manager und Prüfer.', failed: 'Das ging nicht', saved: 'Das Budget ist geändert.', loading: 'Wird geladen …',
    kinds: { fund: 'bereitgestellt', reserve: 'reserviert', overdraw: 'überzogen', release: 'freigegeben', commit: 'gewährt', refund: 'Erstattung', credit: 'Gutschrift', voucher: 'Gutschein', goodwill: 'Kulanz' },
    causes: { 'complex-matter': 'komplexe oder technische Sache', 'missing-knowledge': 'fehlende Schulung oder fehlendes Wissen', 'no-authority': 'keine Befugnis in der ersten Linie', 'poor-information': 'schlechter Informationsfluss', 'long-wait': 'langes Warten oder Weiterverbinden', 'first-handling': 'Umgang im ersten Gespräch', 'product-or-policy': 'Produkt oder Regelung', other: 'anderes', 'not-named': 'nicht benannt' }
  }
};
const LANGUAGE = (navigator.language || 'en').toLowerCase().startsWith('de') ? 'de' : 'en';
const T = WORDS[LANGUAGE];
const FIGURES = ['budget', 'reserved', 'committed', 'left'];
const STYLE = `
.recourse-budget { padding: 1.5em 2em 4em; max-width: 1300px; }
.recourse-budget h1 { font-size: 22px; margin: 0 0 .6em; } .recourse-budget h2 { font-size: 17px; margin: 1.8em 0 .5em; }
.recourse-budget table { border-collapse: collapse; width: 100%; }
.recourse-budget th, .recourse-budget td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere; }
.recourse-budget .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.recourse-budget .figure { border: 0; background: none; padding: 0; color: #155cb5; text-decoration: underline; font: inherit; }
.recourse-budget .below { color: #b5152b; font-weight: 600; }
.recourse-budget .bar { display: flex; width: 140px; height: 12px; margin-top: 4px; background: #dfe6ee; overflow: hidden; }
.recourse-budget .bar i { display: block; height: 100%; } .recourse-budget .bar .committed { background: #1d3c5a; } .recourse-budget .bar .reserved { background: #6f9bc8; }
.recourse-budget .tools { display: flex; gap: 1.2em; align-items: end; flex-wrap: wrap; } .recourse-budget label { display: block; font-weight: 600; margin: 0; }
.recourse-budget input, .recourse-budget select { font-weight: 400; padding: 3px 6px; } .recourse-budget .hint { color: #555; margin: .4em 0; }
.recourse-budget [role=status] { min-height: 1.6em; margin: .6em 0; font-weight: 600; } .recourse-budget dialog label { margin: .6em 0; }
.recourse-budget :focus-visible { outline: 3px solid #155cb5; outline-offset: 1px; }`;

function element(parent, name, attributes = {}, text = undefined) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null) made.setAttribute(key, value);
  }
  if (text !== undefined && text !== null) made.textContent = text;
  return parent.appendChild(made);
}

const money = (amount, currency) =>
  amount === null || amount === undefined ? '–' : new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency: currency || 'EUR' }).format(amount);
const when = (at) => new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

class BudgetPage {
  constructor(node, token) {
    this.token = token;
    this.month = '';
    this.team = '';
    this.asked = null;
    this.current = null;
    element(node, 'style', {}, STYLE);
    this.page = element(node, 'main', { class: 'recourse-budget', lang: LANGUAGE });
    element(this.page, 'h1', {}, T.title);
    this.tools = element(this.page, 'div', { class: 'tools' });
    this.status = element(this.page, 'p', { role: 'status' }, T.loading);
    this.body = element(this.page, 'div');
  }

  async request(path, method = 'GET', body = undefined) {
    const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': this.token() };
    if (body) headers['Content-Type'] = 'application/json';
    const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    const json = text ? JSON.parse(text) : {};
    if (!answer.ok) throw new Error(json.detail || `${answer.status}`);
    return json;
  }

  say(sentence) {
    this.status.textContent = sentence;
  }

  /** Whatever fails is said in words, and nothing that was typed is lost. */
  async attempt(work) {
    try {
      await work();
    } catch (failed) {
      this.say(`${T.failed}: ${failed.message}`);
    }
  }

  query(more = {}) {
    const given = { month: this.month, team: this.team, ...more };
    return new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString();
  }

  start() {
    return this.attempt(async () => {
      this.may = await this.request('/api/budgets/permission');
      if (!this.may.read) {
        this.say(T.forbidden);
        return;
      }
      await this.load();
    });
  }

  async load() {
    this.figures = await this.request(`/api/budgets?${new URLSearchParams(this.month ? { month: this.month } : {})}`);
    this.month = this.figures.month;
    this.current ??= this.month;
    this.currency = this.figures.teams[0]?.currency;
    this.say('');
    this.drawTools();
    this.body.replaceChildren();
    this.drawTeams();
    this.drawCauses();
    this.entries = element(this.body, 'section', { 'aria-live': 'polite' });
    await this.drawEntries();
    this.byHand = element(this.body, 'section');
    this.unclear = element(this.body, 'section');
    await this.drawByHand();
    await this.drawUnclear();
  }

  drawTools() {
    if (this.tools.childElementCount) return;
    const month = element(element(this.tools, 'label', {}, `${T.month} `), 'input', { type: 'month', value: this.month, pattern: '\\d{4}-\\d{2}', required: '' });
    month.addEventListener('change', () => month.value && this.attempt(() => { this.month = month.value; this.asked = null; return this.load(); }));
    const team = element(element(this.tools, 'label', {}, `${T.team} `), 'select');
    for (const name of ['', ...this.figures.teams.map((of) => of.team)]) element(team, 'option', { value: name }, name || T.allTeams);
    team.addEventListener('change', () => this.attempt(() => { this.team = team.value; this.asked = null; return this.load(); }));
    element(this.tools, 'button', { class: 'btn btn-default', type: 'button', onclick: () => this.attempt(() => this.download()) }, T.download);
    element(this.tools, 'button', { class: 'btn btn-default', type: 'button', onclick: () => this.attempt(() => this.prove()) }, T.check);
  }

  table(parent, heads) {
    const table = element(parent, 'table');
    const head = element(element(table, 'thead'), 'tr');
    heads.forEach(([text, number]) => element(head, 'th', { scope: 'col', class: number ? 'number' : undefined }, text));
    return element(table, 'tbody');
  }

  chosen(rows) {
    return rows.filter((row) => !this.team || row.team === this.team);
  }

  drawTeams() {
    element(this.body, 'h2', {}, T.byTeam);
    const rows = this.table(this.body, [[T.team], ...FIGURES.map((figure) => [T[figure], true]), [T.forecast, true], ['']]);
    for (const of of this.chosen(this.figures.teams)) {
      const row = element(rows, 'tr');
      element(row, 'th', { scope: 'row' }, of.team);
      for (const figure of FIGURES) this.figure(row, of[figure], { team: of.team, figure });
      element(row, 'td', { class: of.forecast > of.budget ? 'number below' : 'number' }, money(of.forecast, of.currency));
      const more = element(row, 'td');
      this.bar(more, of);
      if (this.may.change && of.month >= this.current) {
        element(more, 'button', { class: 'btn btn-link', type: 'button', 'aria-label': `${T.change}: ${of.team}`, onclick: () => this.change(of) }, T.change);
      }
    }
    element(this.body, 'p', { class: 'hint' }, rows.childElementCount ? T.forecastHint : T.noBudget);
  }

  bar(parent, of) {
    const bar = element(parent, 'div', { class: 'bar', 'aria-hidden': 'true' });
    for (const figure of ['committed', 'reserved']) {
      element(bar, 'i', { class: figure }).style.width = `${of.budget > 0 ? Math.min(100, (100 * of[figure]) / of.budget) : 0}%`;
    }
  }

  /** A figure is a button that shows the entries it is the sum of. */
  figure(row, amount, asked) {
    const cell = element(row, 'td', { class: amount < 0 ? 'number below' : 'number' });
    const text = money(amount, this.currency) + (amount < 0 ? ` (${T.overdrawn})` : '');
    const label = `${T[asked.figure]}, ${asked.team}${asked.cause ? `, ${this.cause(asked.cause)}` : ''}: ${text}`;
    element(cell, 'button', { class: 'figure', type: 'button', 'aria-label': label, onclick: () => this.attempt(() => { this.asked = asked; return this.drawEntries(true); }) }, text);
  }

  cause(name) {
    return T.causes[name] || name;
  }

  drawCauses() {
    element(this.body, 'h2', {}, T.byCause);
    const causes = this.chosen(this.figures.causes);
    if (!causes.length) {
      element(this.body, 'p', {}, T.none);
      return;
    }
    const rows = this.table(this.body, [[T.team], [T.cause], [T.cases, true], [T.committed, true]]);
    for (const of of causes) {
      const row = element(rows, 'tr');
      element(row, 'td', {}, of.team);
      element(row, 'th', { scope: 'row' }, this.cause(of.cause));
      element(row, 'td', { class: 'number' }, of.cases);
      this.figure(row, of.committed, { team: of.team, figure: 'committed', cause: of.cause });
    }
  }

  async drawEntries(focus = false) {
    this.entries.replaceChildren();
    if (!this.asked) {
      element(this.entries, 'p', { class: 'hint' }, T.choose);
      return;
    }
    const { team, figure, cause } = this.asked;
    const behind = await this.request(`/api/budgets/entries?${this.query(this.asked)}`);
    const title = element(this.entries, 'h2', { tabindex: '-1' }, `${T.entries(T[figure])}: ${team}${cause ? `, ${this.cause(cause)}` : ''}`);
    const rows = this.table(this.entries, [[T.at], [T.kind], [T.amount, true], [T.case], [T.customer], [T.cause], [T.who], [T.reason]]);
    for (const entry of behind.entries) {
      const row = element(rows, 'tr');
      element(row, 'td', {}, when(entry.at));
      element(row, 'td', {}, [entry.kind, entry.compensationKind].filter(Boolean).map((kind) => T.kinds[kind] || kind).join(', '));
      element(row, 'td', { class: 'number' }, money(entry.amount, entry.currency));
      [entry.caseNumber, entry.customerNumber, entry.caseNumber && this.cause(entry.cause || 'not-named'), entry.who, entry.reason].forEach((text) => element(row, 'td', {}, text || ''));
    }
    element(this.entries, 'p', {}, `${T.sum}: ${money(behind.total, this.currency)}${behind.count > behind.entries.length ? ` – ${T.newest(behind.entries.length, behind.count)}` : ''}`);
    if (focus) title.focus();
  }

  async download() {
    const answer = await fetch(`/api/budgets/entries?${this.query(this.asked || {})}`, { headers: { Accept: 'text/csv' } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const link = element(this.page, 'a', { href: URL.createObjectURL(await answer.blob()), download: `budget-${this.month}${this.team ? `-${this.team}` : ''}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    link.remove();
  }

  async prove() {
    const { findings } = await this.request('/api/budgets/check');
    this.say(findings.length ? findings.join('; ') : T.balances);
  }

  /** Another amount for a team's month, with a reason that goes into the ledger. */
  change(of) {
    const dialog = element(this.page, 'dialog', { 'aria-label': `${T.change}: ${of.team}` });
    const form = element(dialog, 'form', { method: 'dialog' });
    element(form, 'h2', {}, `${T.change}: ${of.team}, ${of.month}`);
    const amount = element(element(form, 'label', {}, `${T.amount} (${of.currency}) `), 'input', { type: 'number', min: '0', step: '0.01', value: of.budget, required: '' });
    const reason = element(element(form, 'label', {}, `${T.reason} `), 'input', { type: 'text', maxlength: '1000', size: '50', required: '' });
    const said = element(form, 'p', { role: 'alert', class: 'below' });
    element(form, 'button', { class: 'btn btn-primary', type: 'submit' }, T.save);
    element(form, 'button', { class: 'btn btn-default', type: 'button', onclick: () => dialog.close() }, T.cancel);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        await this.request(`/api/budgets/${encodeURIComponent(of.team)}/${of.month}`, 'PUT', { amount: amount.value, reason: reason.value });
        dialog.close();
        await this.load();
        this.say(T.saved);
      } catch (failed) {
        said.textContent = failed.message;
      }
    });
    dialog.addEventListener('close', () => dialog.remove());
    dialog.showModal();
  }

  async drawByHand() {
    const grants = await this.request('/api/grants?state=to-pay');
    this.byHand.replaceChildren();
    element(this.byHand, 'h2', {}, `${T.byHand} (${grants.length})`);
    if (!grants.length) {
      element(this.byHand, 'p', {}, T.none);
      return;
    }
    element(this.byHand, 'p', { class: 'hint' }, T.byHandHint);
    const rows = this.table(this.byHand, [[T.case], [T.customer], [T.kind], [T.amount, true], [T.agreedBy], [T.at], [T.reference]]);
    for (const grant of grants) {
      const cell = element(this.grantRow(rows, grant), 'td');
      if (this.may.change) this.reference(cell, grant);
    }
  }

  grantRow(rows, grant) {
    const row = element(rows, 'tr');
    [grant.caseNumber, grant.customerNumber, T.kinds[grant.kind] || grant.kind].forEach((text) => element(row, 'td', {}, text));
    element(row, 'td', { class: 'number' }, money(grant.amount, grant.currency));
    element(row, 'td', {}, grant.agreedByName);
    element(row, 'td', {}, when(grant.agreedAt));
    return row;
  }

  reference(cell, grant) {
    const form = element(cell, 'form');
    const input = element(form, 'input', { type: 'text', maxlength: '100', size: '18', required: '', 'aria-label': `${T.reference}: ${grant.key}` });
    element(form, 'button', { class: 'btn btn-default btn-xs', type: 'submit', 'aria-label': `${T.paid}: ${grant.key}` }, T.paid);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.attempt(async () => {
        await this.request(`/api/grants/${encodeURIComponent(grant.key)}/payment`, 'POST', { reference: input.value });
        await this.drawByHand();
        this.say(T.paidNow(grant.key));
      });
    });
  }

  async drawUnclear() {
    const grants = (await this.request('/api/grants?state=sending')).filter((grant) => grant.lastAnswer);
    this.unclear.replaceChildren();
    if (!grants.length) return;
    element(this.unclear, 'h2', {}, `${T.unclear} (${grants.length})`);
    element(this.unclear, 'p', { class: 'hint' }, T.unclearHint);
    const rows = this.table(this.unclear, [[T.case], [T.customer], [T.kind], [T.amount, true], [T.agreedBy], [T.at], [T.answer]]);
    for (const grant of grants) {
      const cell = element(this.grantRow(rows, grant), 'td', {}, `${grant.lastAnswer} `);
      if (this.may.change) {
        element(cell, 'button', { class: 'btn btn-default btn-xs', type: 'button', 'aria-label': `${T.again}: ${grant.key}`, onclick: () => this.attempt(async () => {
          await this.request(`/api/grants/${encodeURIComponent(grant.key)}/sending`, 'POST');
          await this.drawUnclear();
          this.say(T.sentAgain(grant.key));
        }) }, T.again);
      }
    }
  }
}

const token = (api) => () => api.CSRFToken || (document.cookie.match(/XSRF-TOKEN=([^;]+)/) || [])[1] || '';

export default [
  {
    id: 'recourse.budget.page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/budget' },
    render: (node, { api }) => { new BudgetPage(node, token(api)).start(); }
  },
  {
    id: 'recourse.budget.link',
    pluginPoint: 'cockpit.navigation',
    priority: 20,
    properties: { path: '#/budget' },
    render: (node) => {
      fetch('/api/budgets/permission', { headers: { Accept: 'application/json' } })
        .then((answer) => (answer.ok ? answer.json() : { read: false }))
        .then((may) => { if (may.read) element(node, 'a', { href: '#/budget' }, T.title); })
        .catch(() => {});
    }
  }
];
