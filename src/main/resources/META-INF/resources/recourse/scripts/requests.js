// Asking the server.
import { t } from './texts.js';

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function send(path, { method = 'GET', body, keepalive = false, accept = 'application/json' } = {}) {
  const headers = { Accept: accept, 'Accept-Language': navigator.language, 'X-XSRF-TOKEN': token() };
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, keepalive, body: body === undefined || form ? body : JSON.stringify(body) });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? `${answer.status}`), { status: answer.status });
  }
  return answer;
}

/** The answer's JSON; null when there is none. Throws with the server's sentence when it refuses. */
export async function ask(path, how) {
  const text = await (await send(path, how)).text();
  return text ? JSON.parse(text) : null;
}

/** The answer as it is. */
export const askText = async (path) => (await send(path, { accept: '*/*' })).text();

/** Keeps an answer as a file on the reader's machine. */
export async function download(path, accept, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await (await send(path, { accept })).blob());
  link.download = name;
  document.body.appendChild(link).click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Whatever fails is said in words, and nothing that was typed is lost. */
export async function attempt(work, say) {
  try {
    await work();
  } catch (failed) {
    say(t('ui.failed', failed.message));
  }
}
