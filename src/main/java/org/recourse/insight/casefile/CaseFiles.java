package org.recourse.insight.casefile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.CaseData;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.insight.casefile.Correspondence.Exchanged;
import org.recourse.insight.casefile.Undertakings.Undertaken;
import org.recourse.insight.explanation.Explanation;
import org.recourse.insight.explanation.Explanations;
import org.recourse.insight.explanation.Reason;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.springframework.stereotype.Component;

/** Gathers the case file. */
@Component
public class CaseFiles {

    private final CaseData brief;
    private final CaseLog log;
    private final SaidLog saidLog;
    private final Undertakings undertakings;
    private final Correspondence correspondence;
    private final DueTimes dueTimes;
    private final People people;
    private final Explanations explanations;
    private final Times times;

    CaseFiles(
            CaseData brief,
            CaseLog log,
            SaidLog saidLog,
            Undertakings undertakings,
            Correspondence correspondence,
            DueTimes dueTimes,
            People people,
            Explanations explanations,
            Times times) {
        this.brief = brief;
        this.log = log;
        this.saidLog = saidLog;
        this.undertakings = undertakings;
        this.correspondence = correspondence;
        this.dueTimes = dueTimes;
        this.people = people;
        this.explanations = explanations;
        this.times = times;
    }

    public CaseFile of(EscalationCase escalation, Locale language) {
        CaseNumber number = escalation.number();
        List<CaseEvent> timeline = log.of(number);
        Undertaken undertaken = undertakings.of(number, language);
        Exchanged exchanged = correspondence.of(number, language);
        Explanation told = explanations.of(escalation, language);
        return new CaseFile(
                number,
                escalation.textOr(CaseField.STATE, ""),
                escalation.level(),
                escalation.text(CaseField.AGENT),
                escalation.text(CaseField.OWNER),
                escalation.openedAt(),
                new LinkedHashMap<>(brief.of(number)),
                saidLog.of(timeline, language),
                exchanged.contacts(),
                undertaken.told(),
                undertaken.promised(),
                exchanged.callbacks(),
                undertaken.approvals(),
                undertaken.granted(),
                exchanged.questions(),
                exchanged.checkIns(),
                exchanged.messages(),
                exchanged.attachments(),
                exchanged.comments(),
                names(escalation, timeline, undertaken, exchanged),
                times.house().getId(),
                dueTimes.of(escalation, undertaken.made(), exchanged.checkIns(), language),
                told.reasons().stream().map(Reason::sentence).toList(),
                escalation.instant(CaseField.RECEIVED_ON),
                escalation.instant(CaseField.SETTLED_AT),
                escalation.instant(CaseField.CLOSED_AT),
                CaseOutcomes.of(
                        escalation, undertaken.offered(), undertaken.granted(), timeline, explanations.words(language)),
                new CaseFile.Summary(told.approved(), told.waited(), told.promised()),
                told.reasons(),
                StoryVersions.of(timeline));
    }

    private Map<String, String> names(
            EscalationCase escalation, List<CaseEvent> timeline, Undertaken undertaken, Exchanged exchanged) {
        Set<@Nullable String> ids = new HashSet<>();
        timeline.forEach(event -> ids.add(event.who()));
        exchanged.comments().forEach(comment -> ids.add(comment.who().value()));
        exchanged.contacts().forEach(contact -> ids.add(contact.heldBy()));
        undertaken.made().forEach(promise -> ids.add(promise.owner()));
        undertaken
                .approvals()
                .forEach(approval -> Stream.of(
                                approval.askedBy(),
                                approval.decidedBy(),
                                approval.decidedFor(),
                                approval.firstDecidedBy())
                        .filter(Objects::nonNull)
                        .forEach(person -> ids.add(person.value())));
        ids.add(escalation.text(CaseField.AGENT));
        ids.add(escalation.text(CaseField.OWNER));
        return new TreeMap<>(people.fullNames(ids.stream()
                .filter(Objects::nonNull)
                .filter(id -> !id.isEmpty())
                .map(PersonId::of)
                .toList()));
    }
}
