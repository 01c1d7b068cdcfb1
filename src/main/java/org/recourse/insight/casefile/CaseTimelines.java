package org.recourse.insight.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Grants;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.history.ClockStretches;
import org.recourse.notification.Messages;
import org.recourse.pages.CustomerLinks;
import org.recourse.record.CaseLog;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Puts what a case recorded, what was sent and paid, and what the engine recorded into one order. */
@Component
public class CaseTimelines {

    private final CaseLog log;
    private final SaidLog saidLog;
    private final Messages messages;
    private final Grants grants;
    private final ClockStretches stretches;
    private final EngineEntries recorded;
    private final WhatBecameOfIt became;
    private final Speech speech;

    CaseTimelines(
            CaseLog log,
            SaidLog saidLog,
            Messages messages,
            Grants grants,
            ClockStretches stretches,
            EngineEntries recorded,
            WhatBecameOfIt became,
            Speech speech) {
        this.log = log;
        this.saidLog = saidLog;
        this.messages = messages;
        this.grants = grants;
        this.stretches = stretches;
        this.recorded = recorded;
        this.became = became;
        this.speech = speech;
    }

    /**
     * One thing that happened.
     *
     * @param kind of the event, or decision, message, payment, incident, operation
     * @param step element of a diagram or route
     * @param what in words; of a message its exact text
     * @param detail inputs and outputs of a decision, delivery of a message, process and release of a step
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(
            Instant at,
            String kind,
            String who,
            String step,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable String what,
            @Nullable String detail) {}

    public List<Entry> of(EscalationCase escalation, boolean withHistory, Locale language) {
        CaseNumber number = escalation.number();
        List<Entry> entries = new ArrayList<>();
        saidLog.of(log.of(number), language).forEach(line -> entries.add(entry(line)));
        messages.ofCase(number)
                .forEach(message -> entries.add(new Entry(
                        message.createdAt(),
                        "message",
                        "system",
                        message.kind().key(),
                        null,
                        null,
                        null,
                        message.subject() + "\n\n" + CustomerLinks.withoutTokens(message.body()),
                        became.of(message, language))));
        grants.of(number)
                .forEach(grant -> entries.add(new Entry(
                        grant.agreedAt(),
                        "payment",
                        grant.agreedBy(),
                        grant.key(),
                        null,
                        null,
                        null,
                        grant.words(),
                        became.of(grant, language))));
        stretches
                .of(number)
                .forEach(stretch -> entries.add(new Entry(
                        stretch.from(),
                        "clock",
                        stretch.who(),
                        stretch.clock(),
                        null,
                        null,
                        null,
                        speech.say(
                                Sentence.of(
                                        stretch.running() ? "case-file.clock.runs" : "case-file.clock.stands-still",
                                        stretch.cause()),
                                language),
                        speech.say(stretch.rule(), language))));
        if (withHistory) {
            entries.addAll(recorded.of(number, language));
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private static Entry entry(CaseFile.Line line) {
        boolean change = line.field() != null;
        return new Entry(
                line.at(),
                line.kind(),
                line.who(),
                line.step(),
                line.field(),
                line.before(),
                change ? line.after() : null,
                change ? null : line.after(),
                place(line));
    }

    private static @Nullable String place(CaseFile.Line line) {
        return line.release() == null ? line.definition() : line.definition() + ", " + line.release();
    }
}
