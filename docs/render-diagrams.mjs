// Draws diagrams of bpmn/ as pictures, so that the README shows what Modeler shows.
//
//   npm install --no-save --prefix /tmp/render bpmn-js@17          (once, outside the repository)
//   node docs/render-diagrams.mjs /tmp/render docs CustomerEscalation
//
// Arguments: where bpmn-js was installed, where the pictures go, the diagrams (none: all of them).
// Needs Chromium; another one than /usr/bin/chromium is named in the environment variable CHROMIUM.
// CustomerEscalation becomes customer-escalation.png.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [installed, target, ...chosen] = process.argv.slice(2);
if (!target) {
  console.error('node docs/render-diagrams.mjs <where bpmn-js is installed> <folder for the pictures> [diagram …]');
  process.exit(2);
}
const diagrams = join(dirname(fileURLToPath(import.meta.url)), '..', 'bpmn');
const viewer = readFileSync(join(installed, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8');
const margin = 20;

const extent = (xml) => {
  const numbers = (pattern) => [...xml.matchAll(pattern)].map((m) => m.slice(1).map(Number));
  const corners = [
    ...numbers(/<dc:Bounds x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)
      .flatMap(([x, y, w, h]) => [[x, y], [x + w, y + h]]),
    ...numbers(/<di:waypoint x="(-?[\d.]+)" y="(-?[\d.]+)"/g),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const x = Math.min(...xs) - margin;
  const y = Math.min(...ys) - margin;
  return { x, y, width: Math.ceil(Math.max(...xs) + margin - x), height: Math.ceil(Math.max(...ys) + margin - y) };
};

const page = (xml, box) => `<!doctype html><meta charset="utf-8">
<style>html,body,#canvas{margin:0;width:${box.width}px;height:${box.height}px;overflow:hidden;background:#fff}.bjs-powered-by{display:none}</style>
<div id="canvas"></div><script>${viewer}</script><script>
const viewer = new BpmnJS({ container: '#canvas' });
viewer.importXML(${JSON.stringify(xml).replaceAll('<', '\\u003c')}).then(() => viewer.get('canvas').viewbox(${JSON.stringify(box)}));
</script>`;

const folder = mkdtempSync(join(tmpdir(), 'diagrams-'));
const names = chosen.length ? chosen : readdirSync(diagrams).filter((f) => f.endsWith('.bpmn')).map((f) => basename(f, '.bpmn'));
for (const name of names) {
  const xml = readFileSync(join(diagrams, `${name}.bpmn`), 'utf8');
  const box = extent(xml);
  const html = join(folder, `${name}.html`);
  const picture = join(target, `${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.png`);
  writeFileSync(html, page(xml, box));
  execFileSync(process.env.CHROMIUM ?? '/usr/bin/chromium', [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--virtual-time-budget=5000',
    `--user-data-dir=${join(folder, 'profile')}`, `--window-size=${Math.max(600, box.width)},${Math.max(400, box.height)}`, `--screenshot=${picture}`, `file://${html}`,
  ], { stdio: 'ignore' });
  console.log(`${picture}: ${box.width} x ${box.height}`);
}
rmSync(folder, { recursive: true, force: true });
