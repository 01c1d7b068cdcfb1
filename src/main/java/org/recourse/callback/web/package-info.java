/** The customer's page of this capability. */
@NullMarked
package org.recourse.callback.web;

import org.jspecify.annotations.NullMarked;
