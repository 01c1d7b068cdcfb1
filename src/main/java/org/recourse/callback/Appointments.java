package org.recourse.callback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.recourse.calendar.Window;
import org.recourse.callback.CallbackLinks.Link;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.pages.CustomerClicks;
import org.recourse.pages.LinkSpent;
import org.recourse.pages.LinkSpent.Why;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Lets customers move or cancel a callback by the link in their message, until its window begins (R19). */
@Service
public class Appointments {

    private final CallbackLinks links;
    private final CallbackRows rows;
    private final Callbacks callbacks;
    private final CustomerZones zones;
    private final CustomerLanguages languages;
    private final CustomerClicks clicks;
    private final CaseLog log;
    private final Clock clock;

    Appointments(
            CallbackLinks links,
            CallbackRows rows,
            Callbacks callbacks,
            CustomerZones zones,
            CustomerLanguages languages,
            CustomerClicks clicks,
            CaseLog log,
            Clock clock) {
        this.links = links;
        this.rows = rows;
        this.callbacks = callbacks;
        this.zones = zones;
        this.languages = languages;
        this.clicks = clicks;
        this.log = log;
        this.clock = clock;
    }

    /** @throws LinkSpent when the link is unknown, was used or replaced, or the window has begun */
    public Appointment open(String token) {
        Link link = valid(token);
        CaseNumber caseNumber = rows.get(link.callbackId()).caseNumber();
        return new Appointment(link.window(), zones.of(caseNumber), languages.of(caseNumber), free(caseNumber, link));
    }

    /**
     * Moves the callback; the customer is sent a confirmation with another link.
     *
     * @param from beginning of one of the free windows, else {@link RefusedInput}
     * @throws LinkSpent as {@link #open}
     */
    public void move(String token, Instant from) {
        clicks.take(() -> {
            Link link = valid(token);
            Callback callback = rows.get(link.callbackId());
            Window window = free(callback.caseNumber(), link).stream()
                    .filter(free -> free.from().equals(from))
                    .findFirst()
                    .orElseThrow(() -> new RefusedInput("window", Sentence.of("callback.window-taken")));
            use(token, callback);
            Step page = page(callback);
            log.byCustomer(page, new Happening.CallbackChangeAsked(false));
            callbacks.move(page, window, true);
        });
    }

    /** @throws LinkSpent as {@link #open} */
    public void cancel(String token) {
        clicks.take(() -> {
            Callback callback = rows.get(valid(token).callbackId());
            use(token, callback);
            Step page = page(callback);
            log.byCustomer(page, new Happening.CallbackChangeAsked(true));
            callbacks.cancelByCustomer(page, Sentence.of("callback.cancelled-on-page"));
        });
    }

    private static Step page(Callback callback) {
        return Step.byRoute(callback.caseNumber(), "/callback");
    }

    private void use(String token, Callback callback) {
        if (!links.use(token)) {
            throw spent(Why.USED, callback);
        }
    }

    private Link valid(String token) {
        Link link = links.find(token).orElseThrow(() -> new LinkSpent(Why.UNKNOWN, null));
        Callback callback = rows.get(link.callbackId());
        if (link.used()) {
            throw spent(Why.USED, callback);
        }
        boolean begun = !clock.instant().isBefore(link.window().from());
        if (begun || callback.state() != CallbackState.BOOKED) {
            throw spent(Why.EXPIRED, callback);
        }
        return link;
    }

    private LinkSpent spent(Why why, Callback callback) {
        return new LinkSpent(why, languages.of(callback.caseNumber()));
    }

    private List<Window> free(CaseNumber caseNumber, Link link) {
        return callbacks.freeWindows(caseNumber).stream()
                .filter(window -> !window.equals(link.window()))
                .toList();
    }
}
