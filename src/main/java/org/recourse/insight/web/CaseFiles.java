package org.recourse.insight.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.recourse.attachment.Attachments;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Grants;
import org.recourse.escalation.CaseField;
import org.recourse.escalation.Contacts;
import org.recourse.escalation.EscalationCase;
import org.recourse.escalation.Proposals;
import org.recourse.escalation.Questions;
import org.recourse.followup.CheckIn;
import org.recourse.followup.CheckIns;
import org.recourse.form.CaseData;
import org.recourse.identity.People;
import org.recourse.insight.web.CaseFile.SentMessage;
import org.recourse.notification.Messages;
import org.recourse.pages.CustomerLinks;
import org.recourse.promise.Promise;
import org.recourse.promise.Promises;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.recourse.teamwork.Comment;
import org.recourse.teamwork.Comments;
import org.springframework.stereotype.Component;

/** Gathers the case file. */
@Component
class CaseFiles {

    private final CaseData brief;
    private final CaseLog log;
    private final Contacts contacts;
    private final Proposals proposals;
    private final Promises promises;
    private final Callbacks callbacks;
    private final Approvals approvals;
    private final Grants grants;
    private final Questions questions;
    private final CheckIns checkIns;
    private final Messages messages;
    private final Attachments attachments;
    private final Comments comments;
    private final People people;

    CaseFiles(
            CaseData brief,
            CaseLog log,
            Contacts contacts,
            Proposals proposals,
            Promises promises,
            Callbacks callbacks,
            Approvals approvals,
            Grants grants,
            Questions questions,
            CheckIns checkIns,
            Messages messages,
            Attachments attachments,
            Comments comments,
            People people) {
        this.brief = brief;
        this.log = log;
        this.contacts = contacts;
        this.proposals = proposals;
        this.promises = promises;
        this.callbacks = callbacks;
        this.approvals = approvals;
        this.grants = grants;
        this.questions = questions;
        this.checkIns = checkIns;
        this.messages = messages;
        this.attachments = attachments;
        this.comments = comments;
        this.people = people;
    }

    CaseFile of(EscalationCase escalation) {
        String number = escalation.number();
        List<CaseEvent> timeline = log.of(number);
        List<Promise> made = promises.of(number);
        List<CheckIn> asked = checkIns.of(number);
        List<Comment> said = comments.of(number);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(brief.of(number));
        return new CaseFile(
                number,
                escalation.textOr(CaseField.STATE, ""),
                escalation.level(),
                escalation.text(CaseField.AGENT),
                escalation.text(CaseField.OWNER),
                escalation.openedAt(),
                shown,
                timeline,
                contacts.of(number),
                proposals.of(number),
                made,
                callbacks.of(number),
                approvals.of(number),
                grants.of(number),
                questions.of(number),
                asked,
                messages.ofCase(number).stream()
                        .map(message -> new SentMessage(
                                message.kind().key(),
                                message.channel().key(),
                                String.valueOf(message.subject()),
                                CustomerLinks.withoutTokens(message.body()),
                                message.state().key(),
                                message.reason()))
                        .toList(),
                attachments.of(number),
                said,
                names(escalation, timeline, said),
                clocks(escalation, made, asked),
                explanation(timeline));
    }

    private Map<String, String> names(EscalationCase escalation, List<CaseEvent> timeline, List<Comment> said) {
        Set<String> ids = new TreeSet<>();
        timeline.forEach(event -> ids.add(event.who()));
        said.forEach(comment -> ids.add(comment.who()));
        for (CaseField field : List.of(CaseField.AGENT, CaseField.OWNER)) {
            ids.add(escalation.textOr(field, ""));
        }
        Map<String, String> names = new LinkedHashMap<>();
        ids.stream().filter(id -> !id.isEmpty()).forEach(id -> names.put(id, people.fullName(id)));
        return names;
    }

    private static List<CaseFile.Clock> clocks(EscalationCase escalation, List<Promise> made, List<CheckIn> asked) {
        List<CaseFile.Clock> clocks = new ArrayList<>();
        Instant review = escalation.instant(CaseField.REVIEW_DUE);
        if (escalation.isOpen() && review != null && !escalation.has(CaseField.OWNER)) {
            clocks.add(new CaseFile.Clock("hand-over reviewed", review));
        }
        made.stream()
                .filter(Promise::isPending)
                .forEach(promise -> clocks.add(new CaseFile.Clock(promise.what(), promise.dueBy())));
        asked.stream()
                .filter(checkIn -> checkIn.dueAt() != null && checkIn.answeredAt() == null && escalation.isOpen())
                .forEach(checkIn ->
                        clocks.add(new CaseFile.Clock("check-in", java.util.Objects.requireNonNull(checkIn.dueAt()))));
        return clocks;
    }

    /** What happened and what was decided, in sentences, without the single changed fields. */
    private static List<String> explanation(List<CaseEvent> timeline) {
        return timeline.stream()
                .filter(event -> event.kind() != EventKind.CHANGED && event.kind() != EventKind.READ)
                .map(event -> "%s %s: %s%s"
                        .formatted(
                                event.at(),
                                event.who(),
                                event.kind().value().replace('-', ' '),
                                event.after() == null || event.after().isBlank() ? "" : " - " + event.after()))
                .toList();
    }
}
