package org.recourse.insight.explanation;

import java.util.ArrayList;
import java.util.List;
import org.recourse.callback.Callback;
import org.recourse.followup.CheckIn;
import org.recourse.promise.Promise;

/** Tells what was promised and what became of it. */
final class CourseOfPromises {

    private final Telling telling;
    private final Wording words;
    private final List<String> promised = new ArrayList<>();

    CourseOfPromises(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    void tell(List<Promise> promises, List<Callback> callbacks, List<CheckIn> checkIns) {
        promises.forEach(this::promised);
        checkIns.forEach(this::checkedIn);
        callbacks.stream()
                .filter(callback -> callback.attempts() > 0)
                .forEach(callback -> promised.add(words.say(
                        "callback",
                        words.time(callback.windowFrom()),
                        words.time(callback.windowTo()),
                        callback.attempts(),
                        words.term("callback", callback.state().value()))));
    }

    /** Each promise with what became of it, in one line. */
    List<String> promised() {
        return promised;
    }

    private void promised(Promise promise) {
        String sentence = words.say(
                        "promise",
                        words.time(promise.madeAt()),
                        words.person(promise.owner()),
                        words.told(promise.what()),
                        words.time(promise.dueBy()),
                        words.term("promise", promise.state().value()),
                        promise.doneAt() == null ? "" : words.time(promise.doneAt()))
                .strip();
        promised.add(sentence);
        telling.add(
                promise.madeAt(),
                "promise",
                sentence,
                Evidence.of("promise", promise.id(), words.told(promise.what())));
    }

    private void checkedIn(CheckIn checkIn) {
        var at = checkIn.answeredAt();
        if (at != null) {
            telling.add(
                    at,
                    "check-in",
                    words.say(
                            "check-in",
                            words.time(at),
                            checkIn.settled() == null
                                    ? "–"
                                    : words.term("settled", checkIn.settled().value()),
                            checkIn.rating() == null ? "–" : checkIn.rating().toString(),
                            checkIn.comment() == null || checkIn.comment().isBlank()
                                    ? ""
                                    : " " + words.quoted(checkIn.comment())),
                    Evidence.of("check-in", checkIn.id(), words.term("asked-by", checkIn.by())));
        }
    }
}
