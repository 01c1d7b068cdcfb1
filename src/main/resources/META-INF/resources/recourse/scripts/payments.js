// A grant that is paid by hand: who paid writes down the reference. In Tasklist's list and on Cockpit's page of budgets.
import { ask, element, t } from './kit.js';

/** @param paid is called with the sentence to be said when it is marked */
export function referenceForm(cell, grant, tried, paid) {
  const form = element(cell, 'form', { class: 'recourse-reference' });
  const input = element(form, 'input', {
    type: 'text',
    maxlength: '100',
    size: '18',
    required: true,
    'aria-label': `${t('ui.reference')}: ${grant.key}`
  });
  element(
    form,
    'button',
    { type: 'submit', class: 'btn btn-default btn-xs', 'aria-label': `${t('ui.mark-as-paid')}: ${grant.key}` },
    t('ui.mark-as-paid')
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tried(async () => {
      await ask(`/api/grants/${encodeURIComponent(grant.key)}/payment`, { method: 'POST', body: { reference: input.value } });
      await paid(t('ui.marked-as-paid', grant.key));
    });
  });
}
