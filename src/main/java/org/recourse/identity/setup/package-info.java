/** Makes sure before the first request that roles, permissions, lists and an administrator exist. */
@NullMarked
package org.recourse.identity.setup;

import org.jspecify.annotations.NullMarked;
