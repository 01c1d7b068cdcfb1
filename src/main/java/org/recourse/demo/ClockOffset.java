package org.recourse.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By how much the demonstration's clock is ahead; kept with its data, which would else lie in the future. */
@Repository
@Profile("demo")
class ClockOffset {

    private final JdbcClient jdbc;

    ClockOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long millis() {
        return jdbc.sql("select ahead_by_millis from demo_clock")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void keep(long millis) {
        if (jdbc.sql("update demo_clock set ahead_by_millis = ?").param(millis).update() == 0) {
            jdbc.sql("insert into demo_clock (ahead_by_millis) values (?)")
                    .param(millis)
                    .update();
        }
    }
}
