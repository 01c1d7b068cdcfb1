/** The case itself: what it is, where it stands, and what is told to its process. It knows no other room. */
@NullMarked
package org.recourse.escalation.model;

import org.jspecify.annotations.NullMarked;
