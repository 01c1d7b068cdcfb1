/** How values of the domain stand in tables: instants in UTC, constants of enumerations as words with hyphens. */
@NullMarked
package org.recourse.storage;

import org.jspecify.annotations.NullMarked;
