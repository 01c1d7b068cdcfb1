/** The customer's page of this capability. */
@NullMarked
package org.recourse.followup.web;

import org.jspecify.annotations.NullMarked;
