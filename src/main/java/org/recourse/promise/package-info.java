/** Commitments: everything we told a customer we would do, with an owner, a due time and what became of it. */
@NullMarked
package org.recourse.promise;

import org.jspecify.annotations.NullMarked;
