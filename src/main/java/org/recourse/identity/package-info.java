/** Says who somebody is and what they may do, so that the domain asks for people and roles and never for the engine. */
@NullMarked
package org.recourse.identity;

import org.jspecify.annotations.NullMarked;
