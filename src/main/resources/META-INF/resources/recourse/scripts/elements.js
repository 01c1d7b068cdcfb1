// Making elements.

/** An element with attributes; on… are listeners, children are texts or elements. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** The same, put at the end of another element. */
export const element = (parent, tag, attributes, ...children) => parent.appendChild(el(tag, attributes, ...children));

/**
 * A table that scrolls sideways where it is too wide; gives its body.
 * @param heads texts, or functions that fill the cell
 * @param numbers heads of columns that hold numbers
 */
export function table(parent, heads, caption, numbers = []) {
  const made = element(element(parent, 'div', { class: 'recourse-wide', tabindex: '0', role: 'region', 'aria-label': caption }), 'table');
  const row = element(element(made, 'thead'), 'tr');
  heads.forEach((head) =>
    typeof head === 'function'
      ? head(element(row, 'th', { scope: 'col' }))
      : element(row, 'th', { scope: 'col', class: numbers.includes(head) && 'number' }, head)
  );
  return element(made, 'tbody');
}

/** A row of texts; gives it, for cells that hold more. */
export function row(body, ...texts) {
  const made = element(body, 'tr');
  texts.forEach((text) => element(made, 'td', {}, text));
  return made;
}
