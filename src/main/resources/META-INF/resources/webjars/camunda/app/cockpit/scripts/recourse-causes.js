/** Why a case escalated, as it is classified in the end. */
export const CAUSES = [
  'complex-matter',
  'missing-knowledge',
  'no-authority',
  'poor-information',
  'long-wait',
  'first-handling',
  'product-or-policy',
  'other'
];
