package org.recourse.demo.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recourse.demo.DemoClock;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.notification.Message;
import org.recourse.notification.Messages;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The demonstration's clock and mailbox (docs/contract.md, "Routes"). */
@RestController
@Profile("demo")
class DemoController {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int LATEST = 200;

    private final DemoClock clock;
    private final Messages messages;
    private final DemoPage page;
    private final Speech speech;

    DemoController(DemoClock clock, Messages messages, DemoPage page, Speech speech) {
        this.clock = clock;
        this.messages = messages;
        this.page = page;
        this.speech = speech;
    }

    record Advance(@Nullable String advance) {}

    /** @param settled false when some work that is due is still going on */
    record Now(Instant now, @Nullable Boolean settled) {}

    @GetMapping("/demo/clock")
    Now clock() {
        return new Now(clock.now(), null);
    }

    @PostMapping(path = "/demo/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
    Now advance(@RequestBody Advance wish) {
        boolean settled = clock.advance(duration(wish.advance()));
        return new Now(clock.now(), settled);
    }

    @GetMapping("/demo/messages")
    List<SentMessage> messages(@RequestParam(required = false) @Nullable String caseNumber) {
        List<Message> found = caseNumber == null ? messages.latest(LATEST) : ofCase(caseNumber);
        return found.stream().map(message -> SentMessage.of(message, speech)).toList();
    }

    @GetMapping(path = "/demo", produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(defaultValue = "") String caseNumber) {
        String wanted = caseNumber.strip();
        if (wanted.isEmpty()) {
            return page.html(clock.now(), messages.latest(LATEST), null);
        }
        List<Message> newestFirst = new ArrayList<>(ofCase(wanted));
        Collections.reverse(newestFirst);
        return page.html(clock.now(), newestFirst, wanted);
    }

    /** What can be no case number has no messages, as a case that does not exist. */
    private List<Message> ofCase(String typed) {
        return CaseNumber.possible(typed).map(messages::ofCase).orElse(List.of());
    }

    private static final Pattern ISO = Pattern.compile("P(?=.)(?<days>[^T]*)(?<time>T.+)?");

    /** An ISO 8601 period, a duration or both; a day has 24 hours, months and years follow the calendar. */
    private Duration duration(@Nullable String text) {
        Matcher parts = ISO.matcher(text == null ? "" : text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw refused();
        }
        try {
            var from = clock.now().atZone(ZoneOffset.UTC);
            String days = parts.group("days");
            String time = parts.group("time");
            var until = days.isEmpty() ? from : from.plus(java.time.Period.parse("P" + days));
            Duration by = Duration.between(from, time == null ? until : until.plus(Duration.parse("P" + time)));
            if (by.isNegative() || by.compareTo(LONGEST) > 0) {
                throw refused();
            }
            return by;
        } catch (DateTimeParseException | ArithmeticException notIso) {
            throw refused();
        }
    }

    private static RefusedInput refused() {
        return new RefusedInput("advance", Sentence.of("demo.noDuration"));
    }
}
