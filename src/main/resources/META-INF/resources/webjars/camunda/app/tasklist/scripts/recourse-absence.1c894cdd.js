// "Absence" in Tasklist's bar: who is away, who stands in, and entering one's own absence or, for supervisors and managers,
// that of their people. Approvals and whoever hands out work go by it at once.
const WORDS = {
  en: {
    open: 'Absence', title: 'Absences and substitutes', none: 'Nobody is away now or later.', person: 'Who is away', substitute: 'Who stands in', nobody: 'nobody',
    from: 'First day away', to: 'Last day away', save: 'Enter absence', close: 'Close', end: 'End now', endOf: (name) => `End the absence of ${name}`,
    youStandIn: (name, until) => `You stand in for ${name} until ${until}.`, entered: 'The absence is entered.', ended: 'The absence has ended.', failed: 'That did not work',
    hint: 'A substitute may approve money for the one who is away, and is told for whom; never what they asked for or took part in.', days: 'Days away'
  },
  de: {
    open: 'Abwesenheit', title: 'Abwesenheiten und Vertretungen', none: 'Niemand ist oder wird abwesend.', person: 'Wer ist abwesend', substitute: 'Wer vertritt', nobody: 'niemand',
    from: 'Erster Tag', to: 'Letzter Tag', save: 'Abwesenheit eintragen', close: 'Schließen', end: 'Jetzt beenden', endOf: (name) => `Abwesenheit von ${name} beenden`,
    youStandIn: (name, until) => `Sie vertreten ${name} bis ${until}.`, entered: 'Die Abwesenheit ist eingetragen.', ended: 'Die Abwesenheit ist beendet.', failed: 'Das ging nicht',
    hint: 'Wer vertritt, darf für die abwesende Person Geld freigeben und erfährt, für wen; nie, was er selbst beantragt oder woran er mitgewirkt hat.', days: 'Tage'
  }
};
const LANGUAGE = (navigator.language || 'en').toLowerCase().startsWith('de') ? 'de' : 'en';
const T = WORDS[LANGUAGE];
const STYLE = `
.recourse-absence { border: 0; border-radius: 4px; padding: 1.2em 1.6em; width: 46em; max-width: 95vw; max-height: 90vh; overflow: auto; color: #333; box-shadow: 0 4px 30px rgba(0,0,0,.4); }
.recourse-absence::backdrop { background: rgba(0,0,0,.4); } .recourse-absence h2 { font-size: 20px; margin: 0 0 .6em; }
.recourse-absence table { width: 100%; border-collapse: collapse; margin: .6em 0 1.2em; } .recourse-absence th, .recourse-absence td { text-align: left; padding: 4px 8px 4px 0; border-bottom: 1px solid #ddd; }
.recourse-absence .fields { display: grid; grid-template-columns: 1fr 1fr; gap: .8em 1.4em; } .recourse-absence label { font-weight: 600; margin: 0; } .recourse-absence label > * { display: block; width: 100%; font-weight: 400; padding: 4px 6px; }
.recourse-absence .hint { color: #555; } .recourse-absence .said { min-height: 1.5em; font-weight: 600; } .recourse-absence .actions { display: flex; gap: .8em; }
.recourse-absence :focus-visible { outline: 3px solid #155cb5; outline-offset: 1px; }`;

function element(parent, name, attributes = {}, text = undefined) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  if (text !== undefined) made.textContent = text;
  return parent.appendChild(made);
}

/** In the zone of the house; the midnight after the last day away is told as that day. */
function told(at, zone, isEnd = false) {
  const instant = new Date(at);
  const midnight = new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant) === '00:00';
  const style = midnight ? { dateStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(LANGUAGE, { timeZone: zone, ...style }).format(midnight && isEnd ? new Date(instant - 1) : instant);
}

async function request(api, path, method = 'GET', body = undefined) {
  const token = api.CSRFToken || (document.cookie.match(/XSRF-TOKEN=([^;]+)/) || [])[1] || '';
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': token };
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(`/api/absences${path}`, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : {};
  if (!answer.ok) throw new Error(json.detail || `${answer.status}`);
  return json;
}

class Absences {
  constructor(api) {
    this.api = api;
    this.dialog = element(document.body, 'dialog', { class: 'recourse-absence', lang: LANGUAGE, 'aria-labelledby': 'recourse-absence-title' });
    element(this.dialog, 'style', {}, STYLE);
    element(this.dialog, 'h2', { id: 'recourse-absence-title' }, T.title);
    this.said = element(this.dialog, 'p', { class: 'said', role: 'status' });
    this.list = element(this.dialog, 'div');
    this.form = element(this.dialog, 'form');
    this.dialog.addEventListener('close', () => this.dialog.remove());
    // keys pressed here are not meant for Tasklist's shortcuts
    this.dialog.addEventListener('keydown', (event) => event.stopPropagation());
    this.dialog.showModal();
    this.attempt(async () => {
      this.choices = await request(api, '/choices');
      this.drawForm();
      await this.drawList();
    });
  }

  async attempt(work) {
    try {
      await work();
    } catch (failed) {
      this.said.textContent = `${T.failed}: ${failed.message}`;
    }
  }

  name(id) {
    const name = this.choices.people[id];
    return name && name !== id ? `${name} (${id})` : id;
  }

  async drawList() {
    const absences = await request(this.api, '');
    this.list.replaceChildren();
    absences.filter((one) => one.substitute === this.choices.me).forEach((one) => element(this.list, 'p', {}, T.youStandIn(this.name(one.person), told(one.to, this.choices.zone, true))));
    if (!absences.length) {
      element(this.list, 'p', {}, T.none);
      return;
    }
    const table = element(this.list, 'table');
    const head = element(element(table, 'thead'), 'tr');
    [T.person, T.days, T.substitute, ''].forEach((text) => element(head, 'th', { scope: 'col' }, text));
    const rows = element(table, 'tbody');
    for (const one of absences) {
      const row = element(rows, 'tr');
      [this.name(one.person), `${told(one.from, this.choices.zone)} – ${told(one.to, this.choices.zone, true)}`, one.substitute ? this.name(one.substitute) : T.nobody].forEach((text) => element(row, 'td', {}, text));
      const cell = element(row, 'td');
      if (this.choices.mine.includes(one.person)) {
        element(cell, 'button', { type: 'button', class: 'btn btn-link btn-xs', 'aria-label': T.endOf(this.name(one.person)), onclick: () => this.attempt(async () => {
          await request(this.api, `/${one.id}`, 'DELETE');
          await this.drawList();
          this.said.textContent = T.ended;
        }) }, T.end);
      }
    }
  }

  drawForm() {
    const fields = element(this.form, 'div', { class: 'fields' });
    const person = this.select(fields, T.person, this.choices.mine);
    person.value = this.choices.me;
    const substitute = this.select(fields, T.substitute, ['', ...Object.keys(this.choices.people)]);
    const from = element(element(fields, 'label', {}, T.from), 'input', { type: 'date', required: '' });
    const to = element(element(fields, 'label', {}, T.to), 'input', { type: 'date', required: '' });
    element(this.form, 'p', { class: 'hint' }, T.hint);
    const actions = element(this.form, 'div', { class: 'actions' });
    element(actions, 'button', { type: 'submit', class: 'btn btn-primary' }, T.save);
    element(actions, 'button', { type: 'button', class: 'btn btn-default', onclick: () => this.dialog.close() }, T.close);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.attempt(async () => {
        await request(this.api, '', 'POST', { person: person.value, substitute: substitute.value, from: from.value, to: to.value });
        await this.drawList();
        this.said.textContent = T.entered;
      });
    });
    person.focus();
  }

  select(parent, label, ids) {
    const select = element(element(parent, 'label', {}, label), 'select');
    ids.forEach((id) => element(select, 'option', { value: id }, id ? this.name(id) : T.nobody));
    return select;
  }
}

export default {
  id: 'recourse.absence',
  pluginPoint: 'tasklist.navbar.action',
  priority: 5,
  render: (node, { api }) => {
    element(node, 'a', { href: '', role: 'button', onclick: (event) => { event.preventDefault(); new Absences(api); } }, T.open);
  }
};
