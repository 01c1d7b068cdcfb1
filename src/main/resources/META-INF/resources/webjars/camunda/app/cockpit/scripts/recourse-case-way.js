// The way of a case through the diagrams, drawn in the versions that it went through.
import { ask, duration, element, named, t } from '/recourse/scripts/kit.js';
import { badge, draw } from './recourse-pages.js';

export async function way(body, caseNumber) {
  const { passages } = await ask(`/api/escalations/${encodeURIComponent(caseNumber)}/path`);
  const versions = new Map();
  passages.forEach((passage) => versions.set(passage.definitionId, [...(versions.get(passage.definitionId) || []), passage]));
  element(body, 'p', { class: 'hint' }, t('ui.escalations.way-hint'));
  for (const [definitionId, taken] of versions) {
    element(body, 'h3', {}, `${named(taken[0].processName)}, ${t('ui.escalations.version')} ${taken[0].version}`);
    const links = element(body, 'p');
    // Cockpit has no page for an instance that is over
    new Set(taken.filter((passage) => !passage.to).map((passage) => passage.instanceId)).forEach((id) => {
      element(links, 'a', { href: `#/process-instance/${id}/runtime` }, `${t('ui.escalations.instance')} ${id.slice(0, 8)}`);
      links.append(' · ');
    });
    element(links, 'a', { href: `#/process-definition/${definitionId}/runtime` }, t('ui.escalations.definition'));
    const drawing = await draw(
      element(body, 'div', {
        class: 'diagram',
        role: 'group',
        'aria-label': `${named(taken[0].processName)}: ${[...new Set(taken.map((p) => named(p.name || p.element)))].join(', ')}`
      }),
      definitionId
    );
    mark(drawing, taken);
  }
}

function mark(drawing, taken) {
  const byElement = taken.reduce((all, p) => all.set(p.element, [...(all.get(p.element) || []), p]), new Map());
  for (const [id, times] of byElement) {
    if (!drawing.elements.get(id)) continue;
    drawing.canvas.addMarker(id, times.every((p) => p.cancelled) ? 'cancelled' : 'taken');
    const seconds = times.reduce((sum, p) => sum + (p.to ? (new Date(p.to) - new Date(p.from)) / 1000 : 0), 0);
    if (/Task|callActivity|subProcess|Catch/i.test(times[0].type)) badge(drawing, id, `${times.length}× ${duration(seconds)}`);
  }
  drawing.elements
    .filter((each) => each.type === 'bpmn:SequenceFlow')
    .forEach((flow) => {
      const from = byElement.get(flow.source && flow.source.id) || [];
      const to = byElement.get(flow.target && flow.target.id) || [];
      const follows = from.some(
        (a) => a.to && to.some((b) => a.instanceId === b.instanceId && Math.abs(new Date(b.from) - new Date(a.to)) < 1500)
      );
      if (follows) drawing.canvas.addMarker(flow.id, 'taken');
    });
}
