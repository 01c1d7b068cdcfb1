package org.recourse.callback;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Window;

/**
 * A callback as the customer sees it.
 *
 * @param zone the customer's, in which times are told
 * @param language the customer's ISO code
 * @param free windows to which it can be moved
 */
public record Appointment(
        Window window, ZoneId zone, @Nullable String language, List<Window> free) {}
