/** Logs people and programs in with what an identity provider says about them. */
@NullMarked
package org.recourse.identity.oidc;

import org.jspecify.annotations.NullMarked;
