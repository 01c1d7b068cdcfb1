/** What a demonstration needs and nobody else: a clock to move, a mailbox to look into, sample cases. */
@NullMarked
package org.recourse.demo;

import org.jspecify.annotations.NullMarked;
