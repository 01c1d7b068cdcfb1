// Gives each plugin below webjars/camunda/app the name that fits its content, and mends what imports or lists it.
//   node docs/rename-plugins.mjs
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const APPS = 'src/main/resources/META-INF/resources/webjars/camunda/app';
const PLUGIN = /^(recourse-[a-z-]+)\.[0-9a-z]+\.js$/;

/** One pass; true when something changed, because a changed import changes the importing plugin's own name. */
function pass(folder) {
  const scripts = () => readdirSync(folder).filter((file) => file.endsWith('.js'));
  let changed = false;
  for (const file of scripts().filter((name) => PLUGIN.test(name))) {
    const base = PLUGIN.exec(file)[1];
    const hash = createHash('sha256').update(readFileSync(join(folder, file))).digest('hex').slice(0, 8);
    const name = `${base}.${hash}.js`;
    if (name !== file) renameSync(join(folder, file), join(folder, name));
    for (const other of scripts()) {
      const text = readFileSync(join(folder, other), 'utf8');
      const mended = text.replace(new RegExp(`\\b${base}\\.[0-9a-z]+\\.js`, 'g'), name);
      if (mended !== text) writeFileSync(join(folder, other), mended);
      changed ||= mended !== text;
    }
  }
  return changed;
}

for (const folder of readdirSync(APPS).map((app) => join(APPS, app, 'scripts')).filter((path) => existsSync(path))) {
  while (pass(folder));
}
