/** The demonstration's hand on the engine's clock and jobs. */
@NullMarked
package org.recourse.demo.process;

import org.jspecify.annotations.NullMarked;
