/** Clock and mailbox over HTTP and as a page. */
@NullMarked
package org.recourse.demo.web;

import org.jspecify.annotations.NullMarked;
