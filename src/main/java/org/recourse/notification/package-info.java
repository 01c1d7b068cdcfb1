/** What the customer gets in writing: an outbox with a key per message, so that nothing is sent twice or lost. */
@NullMarked
package org.recourse.notification;

import org.jspecify.annotations.NullMarked;
