/** Checks who somebody is with name and password, and keeps their session. */
@NullMarked
package org.recourse.identity.login;

import org.jspecify.annotations.NullMarked;
