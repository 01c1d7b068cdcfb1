package org.recourse.engine.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineClockTest {

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void tells_the_engines_time_in_every_zone() {
        var then = Instant.parse("2031-05-06T07:08:09Z");
        ClockUtil.setCurrentTime(Date.from(then));
        var clock = new EngineClock();

        assertThat(clock.instant()).isEqualTo(then);
        assertThat(clock.withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(then);
        assertThat(clock.getZone().getId()).isEqualTo("Z");
    }
}
