// The page #/budget for managers and auditors: what each team may give away in a month, what is spoken for, what is left
// and where it goes; the entries behind each figure; what waits to be paid by hand.
import {
  ask,
  attempt,
  button,
  day,
  dialog,
  download,
  element,
  el,
  labelled,
  money,
  submit,
  t,
  table,
  word
} from '/recourse/scripts/kit.js';
import { referenceForm } from '/recourse/scripts/payments.js';
import { page } from './recourse-pages.js';

const FIGURES = ['budget', 'reserved', 'committed', 'left'];
const figureName = (figure) => t(`ui.budget.of.${figure}`);
const causeName = (cause) => (cause === 'not-named' ? t('ui.budget.cause-not-named') : word('root-cause', cause));

class BudgetPage {
  constructor(node) {
    this.month = '';
    this.team = '';
    this.asked = null;
    this.current = null;
    const { main, body, say } = page(node, t('ui.budget.title'), t('ui.loading'));
    main.classList.add('recourse-budget');
    this.tools = element(body, 'div', { class: 'tools' });
    this.body = element(body, 'div');
    this.say = say;
  }

  attempt(work) {
    return attempt(work, this.say);
  }

  query(more = {}) {
    const given = { month: this.month, team: this.team, ...more };
    return new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString();
  }

  start() {
    return this.attempt(async () => {
      this.may = await ask('/api/budgets/permission');
      if (!this.may.read) {
        this.say(t('ui.budget.forbidden'));
        return;
      }
      await this.load();
    });
  }

  async load() {
    this.figures = await ask(`/api/budgets?${new URLSearchParams(this.month ? { month: this.month } : {})}`);
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
    const month = element(element(this.tools, 'label', {}, `${t('ui.budget.month')} `), 'input', {
      type: 'month',
      value: this.month,
      pattern: '\\d{4}-\\d{2}',
      required: true
    });
    month.addEventListener(
      'change',
      () =>
        month.value &&
        this.attempt(() => {
          this.month = month.value;
          this.asked = null;
          return this.load();
        })
    );
    const team = element(element(this.tools, 'label', {}, `${t('ui.team')} `), 'select');
    for (const name of ['', ...this.figures.teams.map((of) => of.team)])
      element(team, 'option', { value: name }, name ? this.named(name) : t('ui.budget.all-teams'));
    team.addEventListener('change', () =>
      this.attempt(() => {
        this.team = team.value;
        this.asked = null;
        return this.load();
      })
    );
    this.tools.append(
      button(t('ui.budget.download'), () => this.attempt(() => this.download())),
      button(t('ui.excel'), () => this.attempt(() => this.download({ for: 'excel' }))),
      button(t('ui.budget.check'), () => this.attempt(() => this.prove()))
    );
  }

  /** What a team is called. */
  named(team) {
    return this.figures.names[team] ?? team;
  }

  chosen(rows) {
    return rows.filter((row) => !this.team || row.team === this.team);
  }

  drawTeams() {
    element(this.body, 'h2', {}, t('ui.budget.by-team'));
    const numbers = [...FIGURES.map(figureName), t('ui.budget.forecast')];
    const rows = table(this.body, [t('ui.team'), ...numbers, ''], t('ui.budget.by-team'), numbers);
    for (const of of this.chosen(this.figures.teams)) {
      const row = element(rows, 'tr');
      element(row, 'th', { scope: 'row' }, this.named(of.team));
      for (const figure of FIGURES) this.figure(row, of[figure], { team: of.team, figure });
      element(row, 'td', { class: of.forecast > of.budget ? 'number below' : 'number' }, money(of.forecast, of.currency));
      const more = element(row, 'td');
      this.bar(more, of);
      if (this.may.change && of.month >= this.current) {
        more.append(
          button(t('ui.budget.change'), () => this.change(of), {
            class: 'btn btn-link',
            'aria-label': `${t('ui.budget.change')}: ${this.named(of.team)}`
          })
        );
      }
    }
    element(this.body, 'p', { class: 'hint' }, rows.childElementCount ? t('ui.budget.forecast-hint') : t('ui.budget.no-budget'));
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
    const text = money(amount, this.currency) + (amount < 0 ? ` (${t('ui.budget.overdrawn')})` : '');
    const label = `${figureName(asked.figure)}, ${this.named(asked.team)}${asked.cause ? `, ${causeName(asked.cause)}` : ''}: ${text}`;
    const show = () => {
      this.asked = asked;
      return this.drawEntries(true);
    };
    cell.append(button(text, () => this.attempt(show), { class: 'figure', 'aria-label': label }));
  }

  drawCauses() {
    element(this.body, 'h2', {}, t('ui.budget.by-cause'));
    const causes = this.chosen(this.figures.causes);
    if (!causes.length) {
      element(this.body, 'p', {}, t('ui.none'));
      return;
    }
    const numbers = [t('ui.budget.cases'), t('ui.budget.of.committed')];
    const rows = table(this.body, [t('ui.team'), t('ui.budget.cause'), ...numbers], t('ui.budget.by-cause'), numbers);
    for (const of of causes) {
      const row = element(rows, 'tr');
      element(row, 'td', {}, this.named(of.team));
      element(row, 'th', { scope: 'row' }, causeName(of.cause));
      element(row, 'td', { class: 'number' }, of.cases);
      this.figure(row, of.committed, { team: of.team, figure: 'committed', cause: of.cause });
    }
  }

  async drawEntries(focus = false) {
    this.entries.replaceChildren();
    if (!this.asked) {
      element(this.entries, 'p', { class: 'hint' }, t('ui.budget.choose'));
      return;
    }
    const { team, figure, cause } = this.asked;
    const behind = await ask(`/api/budgets/entries?${this.query(this.asked)}`);
    const title = element(
      this.entries,
      'h2',
      { tabindex: '-1' },
      `${t('ui.budget.entries', figureName(figure))}: ${this.named(team)}${cause ? `, ${causeName(cause)}` : ''}`
    );
    const heads = ['ui.when', 'ui.what', 'ui.amount', 'ui.case', 'ui.customer', 'ui.budget.cause', 'ui.who', 'ui.reason'].map((key) =>
      t(key)
    );
    const rows = table(this.entries, heads, title.textContent, [t('ui.amount')]);
    for (const entry of behind.entries) {
      const row = element(rows, 'tr');
      element(row, 'td', {}, day(entry.at));
      element(
        row,
        'td',
        {},
        [word('entry-kind', entry.kind), word('compensation-kind', entry.compensationKind)].filter(Boolean).join(', ')
      );
      element(row, 'td', { class: 'number' }, money(entry.amount, entry.currency));
      [entry.caseNumber, entry.customerNumber, entry.caseNumber && causeName(entry.cause || 'not-named'), entry.who, entry.reason].forEach(
        (text) => element(row, 'td', {}, text || '')
      );
    }
    element(
      this.entries,
      'p',
      {},
      `${t('ui.budget.sum')}: ${money(behind.total, this.currency)}${behind.count > behind.entries.length ? ` – ${t('ui.budget.newest', behind.entries.length, behind.count)}` : ''}`
    );
    if (focus) title.focus();
  }

  download(written = {}) {
    return download(
      `/api/budgets/entries?${this.query({ ...this.asked, ...written })}`,
      'text/csv',
      `budget-${this.month}${this.team ? `-${this.team}` : ''}.csv`
    );
  }

  async prove() {
    const { findings } = await ask('/api/budgets/check');
    this.say(findings.length ? findings.join('; ') : t('ui.budget.balances'));
  }

  /** Another amount for a team's month, with a reason that goes into the ledger. */
  change(of) {
    const amount = el('input', { class: 'form-control', type: 'number', min: '0', step: '0.01', value: of.budget, required: true });
    const reason = el('input', { class: 'form-control', type: 'text', maxlength: '1000', required: true });
    const said = el('p', { role: 'alert' });
    const send = async (event) => {
      event.preventDefault();
      try {
        await ask(`/api/budgets/${encodeURIComponent(of.team)}/${of.month}`, {
          method: 'PUT',
          body: { amount: amount.value, reason: reason.value }
        });
      } catch (refused) {
        said.textContent = refused.message;
        return;
      }
      box.close();
      await this.attempt(() => this.load());
      this.say(t('ui.budget.saved'));
    };
    const form = el(
      'form',
      { onsubmit: send },
      labelled(`${t('ui.amount')} (${of.currency})`, amount),
      labelled(t('ui.reason'), reason),
      said,
      submit(t('ui.budget.save')),
      ' ',
      button(t('ui.budget.cancel'), () => box.close())
    );
    const box = dialog('recourse-budget', `${t('ui.budget.change')}: ${this.named(of.team)}, ${of.month}`, form);
  }

  async drawByHand() {
    const grants = await ask('/api/grants?state=to-pay');
    this.byHand.replaceChildren();
    element(this.byHand, 'h2', {}, `${t('ui.to-pay.title')} (${grants.length})`);
    if (!grants.length) {
      element(this.byHand, 'p', {}, t('ui.none'));
      return;
    }
    element(this.byHand, 'p', { class: 'hint' }, t('ui.to-pay.hint'));
    const rows = this.grantTable(this.byHand, t('ui.reference'));
    const paid = async (sentence) => {
      await this.drawByHand();
      this.say(sentence);
    };
    for (const grant of grants) {
      const cell = element(this.grantRow(rows, grant), 'td');
      if (this.may.change) referenceForm(cell, grant, (work) => this.attempt(work), paid);
    }
  }

  grantTable(parent, last) {
    const heads = ['ui.case', 'ui.customer', 'ui.what', 'ui.amount', 'ui.budget.agreed-by', 'ui.when'].map((key) => t(key));
    return table(parent, [...heads, last], parent.firstElementChild.textContent, [t('ui.amount')]);
  }

  grantRow(rows, grant) {
    const row = element(rows, 'tr');
    [grant.caseNumber, grant.customerNumber, word('compensation-kind', grant.kind)].forEach((text) => element(row, 'td', {}, text));
    element(row, 'td', { class: 'number' }, money(grant.amount, grant.currency));
    element(row, 'td', {}, grant.agreedByName);
    element(row, 'td', {}, day(grant.agreedAt));
    return row;
  }

  async drawUnclear() {
    const grants = (await ask('/api/grants?state=sending')).filter((grant) => grant.lastAnswer);
    this.unclear.replaceChildren();
    if (!grants.length) return;
    element(this.unclear, 'h2', {}, `${t('ui.budget.unclear')} (${grants.length})`);
    element(this.unclear, 'p', { class: 'hint' }, t('ui.budget.unclear-hint'));
    const rows = this.grantTable(this.unclear, t('ui.budget.answer'));
    const sendAgain = async (grant) => {
      await ask(`/api/grants/${encodeURIComponent(grant.key)}/sending`, { method: 'POST' });
      await this.drawUnclear();
      this.say(t('ui.budget.sent-again', grant.key));
    };
    for (const grant of grants) {
      const cell = element(this.grantRow(rows, grant), 'td', {}, `${grant.lastAnswer} `);
      if (!this.may.change) continue;
      cell.append(
        button(t('ui.budget.again'), () => this.attempt(() => sendAgain(grant)), {
          class: 'btn btn-default btn-xs',
          'aria-label': `${t('ui.budget.again')}: ${grant.key}`
        })
      );
    }
  }
}

export default [
  {
    id: 'recourse.budget.page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/budget' },
    render: (node) => {
      new BudgetPage(node).start();
    }
  },
  {
    id: 'recourse.budget.link',
    pluginPoint: 'cockpit.navigation',
    priority: 20,
    properties: { path: '#/budget' },
    render: (node) => {
      ask('/api/budgets/permission')
        .then((may) => may.read && element(node, 'a', { href: '#/budget' }, t('ui.budget.title')))
        .catch(() => {});
    }
  }
];
