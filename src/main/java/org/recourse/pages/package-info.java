/** What the customer's own pages have in common: a link as the only key, no login, nothing personal. */
@NullMarked
package org.recourse.pages;

import org.jspecify.annotations.NullMarked;
