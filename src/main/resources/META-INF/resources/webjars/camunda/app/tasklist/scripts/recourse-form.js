// The form that is open. form-js hands it to nobody, and says what was answered only when something changes: what is not
// public is reached here and nowhere else, as seen in form-js 1.8.7 with Preact 10 (Camunda 7.24.0).

/** The form-js form in an element; it is reached through the tree that its renderer leaves at the container. */
export function formIn(root = document) {
  const container = root.querySelector('.fjs-container');
  const seen = new Set();
  const find = (node, depth) => {
    if (!node || depth > 12 || seen.has(node)) return null;
    seen.add(node);
    if (typeof node.props?.value?.getService === 'function') return node.props.value.getService('form');
    for (const child of Array.isArray(node.__k) ? node.__k : []) {
      const found = find(child, depth + 1);
      if (found) return found;
    }
    return null;
  };
  return container ? find(container.__k, 0) : null;
}

/** What the form shows now, answered or known before. */
export const dataOf = (form) => form._getState().data;

/** What completing would send now. */
export const answersOf = (form) => form._getSubmitData();

/** The component of a key; undefined when the form does not ask for it. */
export const fieldOf = (form, key) =>
  form
    .get('formFieldRegistry')
    .getAll()
    .find((field) => field.key === key);
