/** Sees to it that who only audits changes nothing, by whatever route. */
@NullMarked
package org.recourse.insight.access.web;

import org.jspecify.annotations.NullMarked;
