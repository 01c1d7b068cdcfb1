package org.recourse.worklist;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.recourse.form.Step;
import org.recourse.identity.Roles;
import org.recourse.record.Notices;
import org.recourse.text.Sentence;
import org.recourse.worklist.HandOversWaiting.HandOver;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer who waits on the line for half a minute is offered to the next ones as well: the managers of the team (R9). */
@Component
public class HandOverWatch {

    private static final Duration UNCLAIMED = Duration.ofSeconds(30);

    private final HandOversWaiting handOvers;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandOverWatch(HandOversWaiting handOvers, Notices notices, TransactionTemplate transaction, Clock clock) {
        this.handOvers = handOvers;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${recourse.hand-overs.watch-after:PT5S}",
            fixedDelayString = "${recourse.hand-overs.watch-every:PT5S}")
    public void watch() {
        handOvers.all().stream()
                .filter(HandOver::onTheLine)
                .filter(handOver -> !handOver.groups().contains(next(handOver)))
                .filter(handOver -> !handOver.since().plus(UNCLAIMED).isAfter(clock.instant()))
                .forEach(handOver -> transaction.executeWithoutResult(status -> offerToNext(handOver)));
    }

    private void offerToNext(HandOver handOver) {
        String next = next(handOver);
        handOvers.offer(handOver, next);
        notices.tell(
                Step.byRoute(handOver.caseNumber(), "hand-over watch"),
                "hand-over-unclaimed",
                Sentence.of("worklist.unclaimed", handOver.caseNumber()),
                List.of(next));
    }

    private static String next(HandOver handOver) {
        return Roles.inTeam(handOver.team(), Roles.MANAGER);
    }
}
