package org.recourse.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.identifier.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Thirteen cases in every state, from {@code demo/cases.json}, made once by the people of the demonstration through the
 * same doors as everybody's. The clock is put back before and led up to now, so that what took days took days; the job
 * executor does not run yet. A case that goes wrong is reported and left as it is: it keeps nobody from starting.
 */
@Component
@Profile("demo")
@Order(SampleCases.AFTER_CUSTOMERS_AND_ARTICLES)
@ConditionalOnProperty(name = "recourse.demo.sample-cases", matchIfMissing = true)
class SampleCases implements ApplicationRunner {

    static final int AFTER_CUSTOMERS_AND_ARTICLES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BEFORE_THE_FIRST = Duration.ofMinutes(1);

    private final SampleDoors doors;
    private final PassageOfTime passage;
    private final PendingJobs jobs;
    private final Calendars calendars;
    private final ObjectMapper json;
    private final Clock clock;

    SampleCases(
            SampleDoors doors,
            PassageOfTime passage,
            PendingJobs jobs,
            Calendars calendars,
            ObjectMapper json,
            Clock clock) {
        this.doors = doors;
        this.passage = passage;
        this.jobs = jobs;
        this.calendars = calendars;
        this.json = json;
        this.clock = clock;
    }

    record Sample(String key, List<SampleStep> steps) {}

    private record Act(Instant at, String sample, SampleStep step) {}

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<Sample> samples = read();
        Sample first = samples.get(0);
        if (!doors.wasOpened(first.steps().get(0).by(), first.key())) {
            perform(samples);
        }
    }

    private List<Sample> read() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/demo/cases.json"))) {
            return json.readValue(in, new TypeReference<>() {});
        }
    }

    private void perform(List<Sample> samples) {
        Instant now = clock.instant();
        BusinessCalendar calendar = calendars.standard();
        List<Act> acts = samples.stream()
                .flatMap(sample ->
                        sample.steps().stream().map(step -> new Act(step.time(now, calendar), sample.key(), step)))
                .sorted(Comparator.comparing(Act::at))
                .toList();
        Map<String, CaseNumber> caseNumbers = new HashMap<>();
        Set<String> failed = new HashSet<>();
        try {
            Instant first = acts.get(0).at().minus(BEFORE_THE_FIRST);
            jobs.setOffset(Duration.between(now, first).toMillis());
            for (Act act : acts) {
                passTo(act.at());
                if (!failed.contains(act.sample())) {
                    perform(act, now, calendar, caseNumbers, failed);
                }
            }
            passTo(now);
        } finally {
            jobs.setOffset(0);
        }
        LOG.info("{} sample cases were made, {} of them not to the end", caseNumbers.size(), failed.size());
    }

    private void passTo(Instant instant) {
        passage.to(instant, PATIENCE, moved -> {});
    }

    private void perform(
            Act act, Instant now, BusinessCalendar calendar, Map<String, CaseNumber> caseNumbers, Set<String> failed) {
        SampleStep step = act.step();
        Map<String, Object> answers = step.answers(now, calendar);
        try {
            if (step.step().equals("open")) {
                caseNumbers.put(act.sample(), doors.open(step.by(), act.sample(), answers));
            } else {
                doors.act(step.by(), Objects.requireNonNull(caseNumbers.get(act.sample())), step.step(), answers);
            }
        } catch (RuntimeException e) {
            failed.add(act.sample());
            LOG.error("The sample case {} stopped at {}", act.sample(), step.step(), e);
        }
    }
}
