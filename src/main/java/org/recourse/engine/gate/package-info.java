/** Lets a step be opened and completed through its form only, and gives diagrams their facts from the case. */
@NullMarked
package org.recourse.engine.gate;

import org.jspecify.annotations.NullMarked;
