/** What reaches a case from outside its forms, and who may ask for it. */
@NullMarked
package org.recourse.escalation.desk;

import org.jspecify.annotations.NullMarked;
