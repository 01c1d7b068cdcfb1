package org.recourse.promise;

import java.util.ArrayList;
import java.util.List;
import org.recourse.form.Step;
import org.recourse.record.Notices;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Tells the owner, then the supervisors, when a promise is due soon, late or broken. */
@Service
public class PromiseReports {

    private final Promises promises;
    private final Notices notices;
    private final Supervisors supervisors;

    PromiseReports(Promises promises, Notices notices, Supervisors supervisors) {
        this.promises = promises;
        this.notices = notices;
        this.supervisors = supervisors;
    }

    public void dueSoon(Step step, long id) {
        Promise promise = promises.get(id);
        if (promise.isPending()) {
            notices.tell(step, "promise-due-soon", said("promise.due-soon", promise), List.of(promise.owner()));
        }
    }

    public void late(Step step, long id) {
        promises.late(step, id);
        Promise promise = promises.get(id);
        report(step, promise, "promise-late", "promise.late", supervisors.of(promise.caseNumber()));
    }

    public void broken(Step step, long id) {
        promises.broken(step, id);
        Promise promise = promises.get(id);
        report(
                step,
                promise,
                "promise-broken",
                "promise.broken",
                supervisors.of(promise.caseNumber()),
                supervisors.managersOf(promise.caseNumber()));
    }

    /** The owner first, then who is above. */
    private void report(Step step, Promise promise, String kind, String key, String... above) {
        if (promise.isPending()) {
            List<String> recipients = new ArrayList<>(List.of(promise.owner()));
            recipients.addAll(List.of(above));
            notices.tell(step, kind, said(key, promise), recipients);
        }
    }

    private static Saying said(String key, Promise promise) {
        return Sentence.of(key, promise.caseNumber(), promise.clause(), promise.dueBy());
    }
}
