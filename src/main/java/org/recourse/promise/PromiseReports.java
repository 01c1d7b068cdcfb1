package org.recourse.promise;

import java.util.ArrayList;
import java.util.List;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.record.Notices;
import org.springframework.stereotype.Service;

/** Tells the owner, then the supervisors, when a promise is due soon, late or broken. */
@Service
public class PromiseReports {

    private final Promises promises;
    private final Notices notices;
    private final Times times;
    private final Supervisors supervisors;

    PromiseReports(Promises promises, Notices notices, Times times, Supervisors supervisors) {
        this.promises = promises;
        this.notices = notices;
        this.times = times;
        this.supervisors = supervisors;
    }

    public void dueSoon(Step step, long id) {
        Promise promise = promises.get(id);
        if (promise.isPending()) {
            notices.tell(step, "promise-due-soon", words("Due soon", promise), List.of(promise.owner()));
        }
    }

    public void late(Step step, long id) {
        promises.late(step, id);
        Promise promise = promises.get(id);
        report(step, promise, "promise-late", "Late", supervisors.of(promise.caseNumber()));
    }

    public void broken(Step step, long id) {
        promises.broken(step, id);
        Promise promise = promises.get(id);
        report(
                step,
                promise,
                "promise-broken",
                "Broken",
                supervisors.of(promise.caseNumber()),
                supervisors.managersOf(promise.caseNumber()));
    }

    /** The owner first, then who is above. */
    private void report(Step step, Promise promise, String kind, String state, String... above) {
        if (promise.isPending()) {
            List<String> recipients = new ArrayList<>(List.of(promise.owner()));
            recipients.addAll(List.of(above));
            notices.tell(step, kind, words(state, promise), recipients);
        }
    }

    private String words(String state, Promise promise) {
        return "%s in %s: %s, by %s."
                .formatted(state, promise.caseNumber(), promise.clause(), times.told(promise.dueBy()));
    }
}
