/** What people typed and have not sent yet: kept on the server, because calls are lost, sessions end and browsers crash. */
@NullMarked
package org.recourse.draft;

import org.jspecify.annotations.NullMarked;
