package org.recourse.attachment;

import java.time.Instant;

/**
 * A file of a case, without its content.
 *
 * @param type what the content is, as found in the content itself
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 */
public record Attachment(
        long id, String name, String type, long size, String sha256, String addedBy, Instant addedAt) {}
