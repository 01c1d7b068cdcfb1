package org.recourse.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.record.NoticeBoard;
import org.recourse.record.NoticeBoard.Notice;
import org.recourse.worklist.HandOversWaiting.HandOver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What needs the current user now. Every browser asks every other second, hence all of them share what was read last: one
 * query a second, however many people look.
 */
@Service
public class Attention {

    /** So long the agent holds the line; then a callback is the kinder way. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int SHOWN = 5;

    private final HandOversWaiting handOvers;
    private final NoticeBoard board;
    private final CurrentUser user;
    private final Times times;
    private final Clock clock;
    private final Duration fresh;
    private volatile @Nullable Snapshot latest;

    Attention(
            HandOversWaiting handOvers,
            NoticeBoard board,
            CurrentUser user,
            Times times,
            Clock clock,
            @Value("${recourse.hand-overs.fresh:PT1S}") Duration fresh) {
        this.handOvers = handOvers;
        this.board = board;
        this.user = user;
        this.times = times;
        this.clock = clock;
        this.fresh = fresh;
    }

    private record Snapshot(long readAt, List<HandOver> waiting) {}

    /**
     * What needs somebody.
     *
     * @param count hand-overs that wait for the user's groups
     * @param waiting the most urgent of them
     * @param stalled hand-overs of the user whose customer is still on the line after a minute
     * @param notices unread, the newest first
     * @param zone of the house, in which browsers tell times wherever they are
     */
    public record Needed(int count, List<Waiting> waiting, List<Waiting> stalled, List<Notice> notices, String zone) {}

    /** A hand-over that waits, for so many seconds. */
    public record Waiting(
            String taskId, CaseNumber caseNumber, String title, int urgency, boolean onTheLine, long seconds) {}

    public Needed now() {
        Snapshot known = snapshot();
        Instant now = clock.instant();
        Set<String> groups = user.groups();
        List<HandOver> mine = known.waiting().stream()
                .filter(handOver -> handOver.groups().stream().anyMatch(groups::contains))
                .toList();
        List<Waiting> stalled = known.waiting().stream()
                .filter(HandOver::onTheLine)
                .filter(handOver -> user.id().equals(handOver.handedOverBy()))
                .filter(handOver -> !handOver.since().plus(PATIENCE).isAfter(now))
                .map(handOver -> waiting(handOver, now))
                .toList();
        return new Needed(
                mine.size(),
                mine.stream()
                        .limit(SHOWN)
                        .map(handOver -> waiting(handOver, now))
                        .toList(),
                stalled,
                board.unread(),
                times.house().getId());
    }

    private static Waiting waiting(HandOver handOver, Instant now) {
        return new Waiting(
                handOver.taskId(),
                handOver.caseNumber(),
                handOver.title(),
                handOver.urgency(),
                handOver.onTheLine(),
                Math.max(0, Duration.between(handOver.since(), now).toSeconds()));
    }

    private Snapshot snapshot() {
        Snapshot known = latest;
        long now = System.nanoTime();
        if (known == null || now - known.readAt() > fresh.toNanos()) {
            known = new Snapshot(now, handOvers.all());
            latest = known;
        }
        return known;
    }
}
