// The texts of Recourse in the reader's language. They come from the server: no script names a language.
const answer = await fetch(`/api/texts/${encodeURIComponent(navigator.language)}`, { headers: { Accept: 'application/json' } }).catch(
  () => null
);
const texts = answer?.ok ? await answer.json() : {};

/** How numbers, amounts, days and times are written in this language. */
export const LOCALE = texts['format.locale'] ?? navigator.language;

/** The text of a key with what is filled in for {0}, {1}, …; the key itself where nobody wrote one. */
export const t = (key, ...values) => (texts[key] ?? key).replace(/\{(\d)\}/g, (place, n) => String(values[n] ?? ''));

/** A word of the contract, as people are told it; one that nobody translated stays, with spaces. */
export const word = (enumeration, value) =>
  value === null || value === undefined || value === ''
    ? ''
    : (texts[`${enumeration}.${String(value).replaceAll('_', '-')}`] ?? String(value).replaceAll(/[-_]/g, ' '));

/** The values of an enumeration for which there are words. */
export const values = (enumeration) =>
  Object.keys(texts)
    .filter((key) => key.startsWith(`${enumeration}.`))
    .map((key) => key.slice(enumeration.length + 1));

/** What a step, a process, a list or a clock that is ours is called here; what a process owner named stays as it is. */
export const named = (name) =>
  texts[
    `ui.name.${String(name)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')}`
  ] ?? name;

/** A person by name and id, as in “Manager Two (manager2)”; the system and the customer as words. */
export function person(id, names = {}) {
  if (id === 'system') return 'Recourse';
  if (id === 'customer') return t('ui.the-customer');
  return !id ? '' : names[id] && names[id] !== id ? `${names[id]} (${id})` : id;
}
