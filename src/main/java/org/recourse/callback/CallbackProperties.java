package org.recourse.callback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a process owner sets about callbacks beside the table of attempts; nothing has to be set.
 *
 * @param preparation between the wish and the earliest window that we offer, and between the reminder and the window
 * @param window length of a window when the customer names no end
 * @param shortest what has to be left of a chosen window to be booked
 * @param offered how many windows are offered at most
 */
@ConfigurationProperties("recourse.callbacks")
record CallbackProperties(
        @DefaultValue("15m") Duration preparation,
        @DefaultValue("1h") Duration window,
        @DefaultValue("15m") Duration shortest,
        @DefaultValue("12") int offered) {}
