package org.recourse;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests of the shared application leave no case behind that others would have to allow for: no agent's day stays full of
 * callbacks, and no clock goes on running.
 */
public final class CasesPutAway implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext tests) {
        from(SpringExtension.getApplicationContext(tests).getBean(JdbcClient.class));
    }

    /** For tests that would be in the way of the next one of their own class. */
    public static void from(JdbcClient jdbc) {
        jdbc.sql("update callback set state = 'cancelled' where state in ('wanted', 'booked')")
                .update();
        jdbc.sql("update clock set ended_at = started_at, next_step_at = null where ended_at is null")
                .update();
    }
}
