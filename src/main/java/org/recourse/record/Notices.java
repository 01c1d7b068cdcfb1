package org.recourse.record;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Step;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people in the house about a case, and keeps on record that they were told. */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final CaseLog log;
    private final Clock clock;

    Notices(JdbcClient jdbc, CaseLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What they are told is kept as data and said in each reader's language: one occurrence, of one instant.
     *
     * @param recipients user or group ids; nulls and repetitions are passed over
     * @param kind short word for lists, e.g. {@code promise-late}
     */
    public void tell(Step step, String kind, Saying sentence, Collection<@Nullable String> recipients) {
        String stored = SayingJson.write(sentence);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (String recipient : new LinkedHashSet<>(recipients)) {
            if (recipient != null) {
                keep(step.caseNumber().value(), recipient, kind, stored, now);
                log.happened(step, new Happening.Told(recipient, kind, Words.of(sentence)));
            }
        }
    }

    /**
     * They are told of what concerns no case; no case's history has it.
     *
     * @param matter what it concerns, where others have a case's number
     */
    public void tellOfTheHouse(String matter, String kind, Saying sentence, Collection<String> recipients) {
        String stored = SayingJson.write(sentence);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        new LinkedHashSet<>(recipients).forEach(recipient -> keep(matter, recipient, kind, stored, now));
    }

    private void keep(String matter, String recipient, String kind, String sentence, OffsetDateTime at) {
        jdbc.sql("insert into notice (case_number, recipient, kind, sentence, at) values (?, ?, ?, ?, ?)")
                .params(matter, recipient, kind, sentence, at)
                .update();
    }
}
