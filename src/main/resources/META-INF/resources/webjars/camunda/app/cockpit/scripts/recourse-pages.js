// What Recourse's pages in Cockpit share beside the kit: a page, who may see it, drawing a diagram.
import { LOCALE, ask, el, element, inZone } from '/recourse/scripts/kit.js';

/** A page of its own below Cockpit's header, with a heading and a line that says what is going on. */
export function page(node, title, loading) {
  const main = element(node, 'main', { class: 'recourse', lang: LOCALE });
  const heading = element(main, 'h1', { tabindex: '-1' }, title);
  const status = element(main, 'p', { role: 'status' }, loading);
  const body = element(main, 'div');
  return { main, heading, body, say: (sentence) => (status.textContent = sentence) };
}

/** What the reader may see; from then on times are told in the house's zone. */
export async function permission() {
  const may = await ask('/api/escalations/permission');
  inZone(may.zone);
  return may;
}

const engine = () => (location.pathname.match(/cockpit\/([^/]+)/) ?? [])[1] ?? 'default';

/** Asks the engine that Cockpit shows. */
export const askEngine = (path) => ask(`/camunda/api/engine/engine/${engine()}${path}`);

const loaded = new Map();

/** Loads a program once. A name that AMD loaders would take for theirs is hidden meanwhile. */
export function load(path) {
  if (!loaded.has(path)) {
    loaded.set(
      path,
      new Promise((resolve, reject) => {
        const define = window.define;
        window.define = undefined;
        const script = document.createElement('script');
        const done = (then) => () => {
          window.define = define;
          then();
        };
        script.onload = done(resolve);
        script.onerror = done(() => reject(new Error(path)));
        script.src = path;
        document.head.appendChild(script);
      })
    );
  }
  return loaded.get(path);
}

/** Draws a version of a diagram; gives its canvas, overlays and elements. */
export async function draw(container, definitionId) {
  const model = await askEngine(`/process-definition/${encodeURIComponent(definitionId)}/xml`);
  return drawModel(container, model.bpmn20Xml);
}

/** Draws a diagram from its file. */
export async function drawModel(container, xml) {
  await load('/webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js');
  const viewer = new window.BpmnJS({ container });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  return { canvas, overlays: viewer.get('overlays'), elements: viewer.get('elementRegistry') };
}

export function badge(drawing, id, text) {
  if (!drawing.elements.get(id)) return;
  drawing.overlays.add(id, { position: { bottom: 8, left: 2 }, html: el('span', { class: 'badge-times' }, text) });
}

/** A link in the navigation for those who may. */
export function link(may, path, title) {
  return (node) => {
    permission()
      .then((permitted) => permitted[may] && element(node, 'a', { href: `#${path}` }, title))
      .catch(() => {});
  };
}
