package org.recourse.insight.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.CaseField;
import org.recourse.insight.casefile.CaseFile.Line;
import org.recourse.record.CaseEvent;
import org.recourse.record.EntryHappening;
import org.recourse.record.Happening;
import org.recourse.record.Words;
import org.recourse.text.Saying;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.stereotype.Component;

/** The log in the reader's language. Who did it and where stay ids. */
@Component
class SaidLog {

    /** Whoever reads the file sees a change of words and one of a code as the same kind of thing. */
    private static final String CHANGED = "changed";

    private final Speech speech;

    SaidLog(Speech speech) {
        this.speech = speech;
    }

    List<Line> of(List<CaseEvent> events, Locale language) {
        return events.stream().map(event -> line(event, language)).toList();
    }

    private Line line(CaseEvent event, Locale language) {
        Happening what = event.what();
        if (what instanceof EntryHappening.Changed changed) {
            return line(
                    event,
                    CHANGED,
                    changed.field(),
                    value(changed.field(), changed.before(), language),
                    value(changed.field(), changed.after(), language));
        }
        if (what instanceof EntryHappening.Reworded reworded) {
            return line(
                    event,
                    CHANGED,
                    reworded.field(),
                    words(reworded.before(), language),
                    words(reworded.after(), language));
        }
        if (what instanceof EntryHappening.Reasoned reasoned) {
            return line(
                    event,
                    CHANGED,
                    reasoned.field(),
                    reasoned.before() == null ? null : speech.say(reasoned.before(), language),
                    reasoned.after() == null ? null : speech.say(reasoned.after(), language));
        }
        String said = speech.say(what.said(), language);
        return line(event, event.kind(), null, null, said.isEmpty() ? null : said);
    }

    private static Line line(
            CaseEvent event, String kind, @Nullable String field, @Nullable String before, @Nullable String after) {
        return new Line(
                event.at(), event.who(), event.step(), kind, field, before, after, event.definition(), event.release());
    }

    private @Nullable String value(String field, @Nullable String value, Locale language) {
        if (value == null) {
            return null;
        }
        Optional<Saying> said = CaseField.named(field).map(known -> known.said(value));
        return speech.say(said.orElseGet(() -> new Written(value)), language);
    }

    private @Nullable String words(@Nullable Words words, Locale language) {
        return words == null ? null : speech.say(words.said(), language);
    }
}
