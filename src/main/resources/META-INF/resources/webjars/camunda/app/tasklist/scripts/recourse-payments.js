// "To be paid" in Tasklist's bar, for supervisors and managers: what was granted and waits to be paid by hand because no
// payment system is connected. Who paid writes down the reference; the customer's refund is kept with it.
import { ask, attempt, button, date, dialog, el, element, money, row, t, table, word } from '/recourse/scripts/kit.js';
import { referenceForm } from '/recourse/scripts/payments.js';

function payments() {
  const said = el('p', { class: 'recourse-answer', role: 'status' });
  const list = el('div');
  const box = dialog(
    'recourse-payments',
    t('ui.to-pay.title'),
    el('p', { class: 'recourse-hint' }, t('ui.to-pay.hint')),
    said,
    list,
    button(t('ui.close'), () => box.close())
  );
  const tell = (sentence) => (said.textContent = sentence);
  attempt(() => draw(list, tell), tell);
}

async function draw(list, tell) {
  const grants = await ask('/api/grants?state=to-pay');
  list.replaceChildren();
  if (!grants.length) {
    element(list, 'p', {}, t('ui.to-pay.none'));
    return;
  }
  const amount = t('ui.amount');
  const rows = table(list, [t('ui.case'), t('ui.customer'), amount, t('ui.agreed'), t('ui.reference')], t('ui.to-pay.title'), [amount]);
  for (const grant of grants) {
    const cells = row(rows, grant.caseNumber, grant.customerNumber);
    element(cells, 'td', { class: 'number' }, `${word('compensation-kind', grant.kind)} ${money(grant.amount, grant.currency)}`);
    element(cells, 'td', {}, `${date(grant.agreedAt)}, ${grant.agreedByName}`);
    referenceForm(
      element(cells, 'td'),
      grant,
      (work) => attempt(work, tell),
      async (sentence) => {
        await draw(list, tell);
        tell(sentence);
      }
    );
  }
  list.querySelector('input').focus();
}

export default {
  id: 'recourse.payments',
  pluginPoint: 'tasklist.navbar.action',
  priority: 4,
  render: (node) => {
    const open = (event) => {
      event.preventDefault();
      payments();
    };
    ask('/api/grants/permission')
      .then((may) => may.pay && node.append(el('a', { href: '', role: 'button', onclick: open }, t('ui.to-pay.open'))))
      .catch(() => {});
  }
};
