package org.recourse.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo customers were given before there was Recourse. */
@Component
@Profile("demo")
class DemoMoney implements ApplicationRunner {

    private final Grants grants;

    DemoMoney(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        grants.earlier("C-10088", new BigDecimal("40.00"), Instant.parse("2026-03-12T10:00:00Z"));
    }
}
