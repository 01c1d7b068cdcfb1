package org.recourse.insight.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.recourse.attachment.Attachments;
import org.recourse.callback.Callbacks;
import org.recourse.clock.ClockState;
import org.recourse.clock.Clocks;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Grants;
import org.recourse.compensation.Grants.Grant;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.escalation.question.Questions;
import org.recourse.followup.CheckIn;
import org.recourse.followup.CheckIns;
import org.recourse.followup.FollowUpPromises;
import org.recourse.form.CaseData;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.People;
import org.recourse.insight.casefile.CaseFile.SentMessage;
import org.recourse.insight.casefile.CaseFile.StoryVersion;
import org.recourse.insight.explanation.Explanation;
import org.recourse.insight.explanation.Explanations;
import org.recourse.insight.explanation.Reason;
import org.recourse.notification.Messages;
import org.recourse.pages.CustomerLinks;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseState;
import org.recourse.promise.Promises;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.recourse.record.Words;
import org.recourse.teamwork.Comment;
import org.recourse.teamwork.Comments;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Gathers the case file. */
@Component
public class CaseFiles {

    private static final String STORY = "story";

    private final CaseData brief;
    private final CaseLog log;
    private final SaidLog saidLog;
    private final Contacts contacts;
    private final Proposals proposals;
    private final Promises promises;
    private final Callbacks callbacks;
    private final Approvals approvals;
    private final Grants grants;
    private final Questions questions;
    private final CheckIns checkIns;
    private final FollowUpPromises followUps;
    private final Messages messages;
    private final Attachments attachments;
    private final Comments comments;
    private final People people;
    private final Explanations explanations;
    private final Times times;
    private final Speech speech;
    private final Clocks clocks;
    private final Clock clock;

    CaseFiles(
            CaseData brief,
            CaseLog log,
            SaidLog saidLog,
            Contacts contacts,
            Proposals proposals,
            Promises promises,
            Callbacks callbacks,
            Approvals approvals,
            Grants grants,
            Questions questions,
            CheckIns checkIns,
            FollowUpPromises followUps,
            Messages messages,
            Attachments attachments,
            Comments comments,
            People people,
            Explanations explanations,
            Times times,
            Speech speech,
            Clocks clocks,
            Clock clock) {
        this.brief = brief;
        this.log = log;
        this.saidLog = saidLog;
        this.contacts = contacts;
        this.proposals = proposals;
        this.promises = promises;
        this.callbacks = callbacks;
        this.approvals = approvals;
        this.grants = grants;
        this.questions = questions;
        this.checkIns = checkIns;
        this.followUps = followUps;
        this.messages = messages;
        this.attachments = attachments;
        this.comments = comments;
        this.people = people;
        this.explanations = explanations;
        this.times = times;
        this.speech = speech;
        this.clocks = clocks;
        this.clock = clock;
    }

    public CaseFile of(EscalationCase escalation, Locale language) {
        CaseNumber number = escalation.number();
        List<CaseEvent> timeline = log.of(number);
        List<Promise> made = promises.of(number);
        List<CheckIn> asked = checkIns.of(number);
        List<Comment> said = comments.of(number);
        List<Proposal> offered = proposals.of(number);
        List<Grant> granted = grants.of(number);
        Explanation told = explanations.of(escalation, language);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(brief.of(number));
        return new CaseFile(
                number,
                escalation.textOr(CaseField.STATE, ""),
                escalation.level(),
                escalation.text(CaseField.AGENT),
                escalation.text(CaseField.OWNER),
                escalation.openedAt(),
                shown,
                saidLog.of(timeline, language),
                contacts.of(number),
                offered.stream()
                        .map(proposal -> proposal.told(saying -> speech.say(saying, language)))
                        .toList(),
                Stream.concat(made.stream(), followUps.of(number).stream())
                        .map(promise -> promise.told(saying -> speech.say(saying, language)))
                        .toList(),
                callbacks.of(number),
                approvals.of(number),
                granted,
                questions.of(number),
                asked,
                messages.ofCase(number).stream()
                        .map(message -> new SentMessage(
                                message.kind().key(),
                                message.channel().key(),
                                String.valueOf(message.subject()),
                                CustomerLinks.withoutTokens(message.body()),
                                message.state().key(),
                                message.reason() == null ? null : speech.say(message.reason(), language),
                                message.createdAt(),
                                message.sentAt()))
                        .toList(),
                attachments.of(number),
                said,
                names(escalation, timeline, said),
                times.house().getId(),
                clocks(escalation, made, asked).stream()
                        .map(state -> state.told(saying -> speech.say(saying, language)))
                        .toList(),
                told.reasons().stream().map(Reason::sentence).toList(),
                escalation.instant(CaseField.RECEIVED_ON),
                escalation.instant(CaseField.SETTLED_AT),
                escalation.instant(CaseField.CLOSED_AT),
                CaseOutcomes.of(escalation, offered, granted, timeline, explanations.words(language)),
                new CaseFile.Summary(told.approved(), told.waited(), told.promised()),
                told.reasons(),
                storyVersions(timeline));
    }

    private Map<String, String> names(EscalationCase escalation, List<CaseEvent> timeline, List<Comment> said) {
        CaseNumber number = escalation.number();
        Set<@Nullable String> ids = new HashSet<>();
        timeline.forEach(event -> ids.add(event.who()));
        said.forEach(comment -> ids.add(comment.who()));
        contacts.of(number).forEach(contact -> ids.add(contact.heldBy()));
        promises.of(number).forEach(promise -> ids.add(promise.owner()));
        approvals
                .of(number)
                .forEach(approval -> ids.addAll(Arrays.asList(
                        approval.askedBy(), approval.decidedBy(), approval.decidedFor(), approval.firstDecidedBy())));
        ids.add(escalation.text(CaseField.AGENT));
        ids.add(escalation.text(CaseField.OWNER));
        return new TreeMap<>(people.fullNames(ids.stream()
                .filter(Objects::nonNull)
                .filter(id -> !id.isEmpty())
                .toList()));
    }

    /** Service and regulatory clocks, then what was promised, then the steps that have a due time. */
    private List<ClockState> clocks(EscalationCase escalation, List<Promise> made, List<CheckIn> asked) {
        Instant now = clock.instant();
        List<ClockState> states = new ArrayList<>(clocks.states(escalation.number()));
        made.stream()
                .filter(promise -> promise.state() != PromiseState.CANCELLED && promise.state() != PromiseState.MOVED)
                .forEach(promise -> states.add(promised(promise, now)));
        Instant review = escalation.instant(CaseField.REVIEW_DUE);
        if (escalation.is(CaseField.STATE, CaseState.OPEN)
                && review != null
                && !escalation.has(CaseField.OWNER)
                && escalation.level() > 1) {
            states.add(ClockState.of(
                    Sentence.of("clock.owed.hand-over-reviewed"),
                    "step",
                    escalation.instant(CaseField.HANDED_OVER_AT),
                    review,
                    now));
        }
        asked.stream()
                .filter(checkIn -> checkIn.dueAt() != null && checkIn.sentAt() == null && checkIn.answeredAt() == null)
                .filter(checkIn -> escalation.isOpen())
                .forEach(checkIn -> states.add(ClockState.of(
                        Sentence.of("clock.owed.check-in"),
                        "step",
                        escalation.instant(CaseField.SETTLED_AT),
                        Objects.requireNonNull(checkIn.dueAt()),
                        now)));
        return states;
    }

    /** Cancelled and moved promises are in the list of promises, not among the due times. */
    private static ClockState promised(Promise promise, Instant now) {
        ClockState running = ClockState.of(promise.what(), "promise", promise.madeAt(), promise.dueBy(), now);
        return switch (promise.state()) {
            case KEPT -> running.over("met", promise.doneAt());
            case LATE, BROKEN -> promise.isPending() ? running : running.over("breached", promise.doneAt());
            default -> running;
        };
    }

    private static List<StoryVersion> storyVersions(List<CaseEvent> timeline) {
        List<StoryVersion> versions = new ArrayList<>();
        for (CaseEvent event : timeline) {
            if (event.what() instanceof Happening.Reworded reworded
                    && reworded.field().equals(STORY)) {
                Words words = reworded.after();
                versions.add(new StoryVersion(
                        event.at(),
                        event.who(),
                        event.step(),
                        words == null ? "" : Objects.requireNonNullElse(words.text(), "")));
            }
        }
        return versions;
    }
}
