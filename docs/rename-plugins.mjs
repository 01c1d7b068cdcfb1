// Gives each plugin below webjars/camunda/app the name that fits its content, and mends what imports or lists it.
//   node docs/rename-plugins.mjs
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const APPS = 'src/main/resources/META-INF/resources/webjars/camunda/app';
const PLUGIN = /^(recourse-[a-z-]+)\.[0-9a-z]+\.js$/;

function rename(folder) {
  for (let changed = true; changed; ) {
    changed = false;
    const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
    for (const file of files.filter((name) => PLUGIN.test(name))) {
      const content = readFileSync(join(folder, file));
      const name = `${PLUGIN.exec(file)[1]}.${createHash('sha256').update(content).digest('hex').slice(0, 8)}.js`;
      if (name === file) continue;
      renameSync(join(folder, file), join(folder, name));
      const old = new RegExp(`${PLUGIN.exec(file)[1]}\\.[0-9a-z]+\\.js`, 'g');
      for (const other of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
        const text = readFileSync(join(folder, other), 'utf8');
        const mended = text.replace(old, name);
        if (mended !== text) writeFileSync(join(folder, other), mended);
      }
      changed = true;
      break;
    }
  }
}

for (const app of readdirSync(APPS)) {
  try {
    rename(join(APPS, app, 'scripts'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
