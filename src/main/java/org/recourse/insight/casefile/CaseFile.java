package org.recourse.insight.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.attachment.Attachment;
import org.recourse.callback.Callback;
import org.recourse.clock.ToldClock;
import org.recourse.compensation.Approval;
import org.recourse.compensation.Grants.Grant;
import org.recourse.escalation.contact.Contact;
import org.recourse.escalation.offer.ToldProposal;
import org.recourse.escalation.question.Question;
import org.recourse.followup.CheckIn;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.explanation.Reason;
import org.recourse.promise.ToldPromise;
import org.recourse.teamwork.Comment;

/**
 * Everything that is known about a case. Stories are whole.
 *
 * @param names full names of the people whose ids stand in the file
 * @param zone of the house, in which its people read times
 */
public record CaseFile(
        CaseNumber caseNumber,
        String state,
        int level,
        @Nullable String agent,
        @Nullable String owner,
        Instant openedAt,
        Map<String, @Nullable Object> brief,
        List<Line> timeline,
        List<Contact> contacts,
        List<ToldProposal> proposals,
        List<ToldPromise> promises,
        List<Callback> callbacks,
        List<Approval> approvals,
        List<Grant> grants,
        List<Question> questions,
        List<CheckIn> checkIns,
        List<SentMessage> messages,
        List<Attachment> attachments,
        List<Comment> comments,
        Map<String, String> names,
        String zone,
        List<ToldClock> clocks,
        List<String> explanation,
        @Nullable Instant receivedOn,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        Outcome outcome,
        Summary summary,
        List<Reason> reasons,
        List<StoryVersion> storyVersions) {

    /**
     * One line of the history, said.
     *
     * @param field the changed field, null when something happened rather than changed
     * @param after what it became, or what happened
     * @param definition process and version that the step belongs to
     * @param release of which they are, null for what came by a route
     */
    public record Line(
            Instant at,
            String who,
            String step,
            String kind,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable String definition,
            @Nullable String release) {}

    /** A message to the customer, with what became of it. */
    public record SentMessage(
            String kind,
            String channel,
            String subject,
            String body,
            String state,
            @Nullable String reason,
            Instant writtenAt,
            @Nullable Instant sentAt) {}

    /**
     * How it came out: what the customer said to it, whether the complaint was right, and what was made good.
     *
     * @param finding upheld, partly-upheld, not-upheld; null while nobody has said
     */
    public record Outcome(
            @Nullable String settlement,
            @Nullable String cause,
            @Nullable String causeEvidence,
            @Nullable String finding,
            List<String> redressOffered,
            List<String> redressAccepted,
            List<String> redressPaid,
            List<Classified> classified) {}

    /** That somebody named or corrected the root cause, what shows it, or the finding. */
    record Classified(
            Instant at,
            String who,
            String step,
            String field,
            @Nullable String before,
            @Nullable String after) {}

    /** What is asked for most often. */
    record Summary(List<String> approved, List<String> waited, List<String> promised) {}

    /** The story as it stood after somebody wrote on it. */
    record StoryVersion(Instant at, String who, String step, String text) {}
}
