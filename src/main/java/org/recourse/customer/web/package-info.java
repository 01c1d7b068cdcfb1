/** The customers' routes. */
@NullMarked
package org.recourse.customer.web;

import org.jspecify.annotations.NullMarked;
