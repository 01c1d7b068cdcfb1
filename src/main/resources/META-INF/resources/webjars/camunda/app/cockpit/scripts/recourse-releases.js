// The page #/releases for process owners, managers and auditors: what is live since when, by whom and why, the cases that
// stand on each release, what a draft changes; publishing, rejecting and restoring.
import {
  ask,
  askText,
  attempt,
  button,
  dialog,
  download,
  el,
  element,
  labelled,
  submit,
  t,
  table,
  when,
  word
} from '/recourse/scripts/kit.js';
import { drawModel, page } from './recourse-pages.js';

const path = (number, what = '') => `/api/releases/${number}${what}`;
const filePath = (number, name) => path(number, `/files/${encodeURIComponent(name)}`);

class ReleasesPage {
  constructor(node) {
    const { body, say } = page(node, t('ui.releases.title'), t('ui.loading'));
    this.say = say;
    this.list = element(body, 'section');
    this.detail = element(body, 'section', { 'aria-live': 'polite' });
  }

  attempt(work) {
    return attempt(work, this.say);
  }

  start() {
    return this.attempt(async () => {
      this.may = await ask('/api/releases/permission');
      if (!this.may.read) {
        this.say(t('ui.releases.forbidden'));
        return;
      }
      await this.load();
    });
  }

  async load() {
    const releases = await ask('/api/releases');
    this.list.replaceChildren();
    this.detail.replaceChildren();
    const live = releases.find((release) => release.state === 'live');
    this.say(live ? t('ui.releases.live', live.number, when(live.publishedAt), live.publishedBy) : '');
    const numbers = [t('ui.releases.number'), t('ui.releases.cases')];
    const heads = [
      t('ui.releases.number'),
      t('ui.releases.state'),
      t('ui.who'),
      t('ui.when'),
      t('ui.releases.published'),
      t('ui.reason'),
      t('ui.releases.cases')
    ];
    const rows = table(this.list, heads, t('ui.releases.title'), numbers);
    for (const release of releases) this.line(rows, release);
  }

  line(rows, release) {
    const row = element(rows, 'tr');
    const number = element(row, 'th', { scope: 'row', class: 'number' });
    const open = () => this.attempt(() => this.open(release.number));
    number.append(button(String(release.number), open, { class: 'figure', 'aria-label': t('ui.releases.open', release.number) }));
    const state = word('release-state', release.state) + (release.emergency ? ` (${t('ui.releases.emergency')})` : '');
    const published = release.publishedAt ? `${when(release.publishedAt)}, ${release.publishedBy}` : '';
    const why = release.rejection || release.publication || release.note;
    [state, release.author, when(release.at), published, why].forEach((text) => element(row, 'td', {}, text || ''));
    element(row, 'td', { class: 'number' }, release.cases);
  }

  async open(number) {
    const [release, difference] = await Promise.all([ask(path(number)), ask(path(number, '/difference'))]);
    this.detail.replaceChildren();
    const heading = element(
      this.detail,
      'h2',
      { tabindex: '-1' },
      t('ui.releases.of', release.number, word('release-state', release.state))
    );
    if (release.note) element(this.detail, 'p', {}, release.note);
    this.actions(release);
    this.differences(release, difference);
    this.files(release);
    heading.focus();
  }

  actions(release) {
    const tools = element(this.detail, 'div', { class: 'tools' });
    const own = release.author === this.may.person;
    const act = (key, what, field) => tools.append(button(t(key), () => this.ask(release, key, what, field)));
    if (release.state === 'draft') {
      if (this.may.publish && !own) act('ui.releases.publish', '/publication', 'note');
      if (own) act('ui.releases.publish-emergency', '/publication', 'emergency');
      if (this.may.publish) act('ui.releases.reject', '/rejection', 'reason');
    }
    if (this.may.restore && ['replaced', 'rejected'].includes(release.state)) act('ui.releases.restore', '/restoration');
  }

  /** Asks once more, with a reason where one is due. */
  ask(release, key, what, field) {
    const text = el('textarea', {
      class: 'form-control',
      rows: '3',
      maxlength: '1000',
      required: field === 'reason' || field === 'emergency'
    });
    const said = el('p', { role: 'alert' });
    const body = {
      note: () => ({ note: text.value }),
      reason: () => ({ reason: text.value }),
      emergency: () => ({ emergency: true, reason: text.value })
    };
    const send = async (event) => {
      event.preventDefault();
      try {
        await ask(path(release.number, what), { method: 'POST', body: field ? body[field]() : {} });
      } catch (refused) {
        said.textContent = refused.message;
        return;
      }
      box.close();
      await this.attempt(() => this.load());
    };
    const parts = field ? [labelled(t(field === 'note' ? 'ui.releases.note' : 'ui.reason'), text)] : [];
    const form = el(
      'form',
      { onsubmit: send },
      ...parts,
      said,
      submit(t(key)),
      ' ',
      button(t('ui.releases.cancel'), () => box.close())
    );
    const box = dialog('recourse-releases', `${t(key)}: ${release.number}`, form);
  }

  differences(release, difference) {
    element(this.detail, 'h3', {}, t('ui.releases.difference', release.base ?? 0));
    if (!difference.length) element(this.detail, 'p', {}, t('ui.releases.no-difference'));
    for (const file of difference) {
      const more = element(this.detail, 'details', { class: 'more', open: difference.length < 4 });
      element(more, 'summary', {}, `${file.name} (${t(`ui.releases.change.${file.change}`)})`);
      const words = element(more, 'ul');
      file.words.forEach((sentence) => element(words, 'li', {}, sentence));
      if (file.name.endsWith('.bpmn') && file.change === 'changed') {
        more.append(button(t('ui.releases.beside'), () => this.attempt(() => this.beside(more, release, file))));
      }
    }
  }

  /** Old and new beside each other, what is different marked. */
  async beside(parent, release, file) {
    parent.querySelector('.beside')?.remove();
    const both = element(parent, 'div', { class: 'beside' });
    for (const number of [release.base, release.number]) {
      const side = element(both, 'div');
      element(side, 'h4', {}, t('ui.releases.file-of', number));
      const container = element(side, 'div', { class: 'diagram', role: 'group', 'aria-label': t('ui.releases.file-of', number) });
      const drawing = await drawModel(container, await askText(filePath(number, file.name)));
      file.elements.filter((id) => drawing.elements.get(id)).forEach((id) => drawing.canvas.addMarker(id, 'different'));
    }
  }

  files(release) {
    element(this.detail, 'h3', {}, t('ui.releases.files'));
    element(this.detail, 'p', { class: 'hint' }, t('ui.releases.files-hint'));
    const rows = table(this.detail, [t('ui.releases.file'), t('ui.releases.state'), ''], t('ui.releases.files'));
    for (const file of release.files) {
      const row = element(rows, 'tr');
      element(row, 'th', { scope: 'row' }, file.name);
      element(row, 'td', {}, t(`ui.releases.change.${file.change}`));
      const cell = element(row, 'td');
      if (file.change === 'removed') continue;
      const get = () => this.attempt(() => download(filePath(release.number, file.name), '*/*', file.name));
      cell.append(
        button(t('ui.releases.download'), get, { class: 'btn btn-link', 'aria-label': `${t('ui.releases.download')}: ${file.name}` })
      );
    }
  }
}

export default [
  {
    id: 'recourse.releases.page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/releases' },
    render: (node) => {
      new ReleasesPage(node).start();
    }
  },
  {
    id: 'recourse.releases.link',
    pluginPoint: 'cockpit.navigation',
    priority: 15,
    properties: { path: '#/releases' },
    render: (node) => {
      ask('/api/releases/permission')
        .then((may) => may.read && element(node, 'a', { href: '#/releases' }, t('ui.releases.title')))
        .catch(() => {});
    }
  }
];
