package org.recourse.insight.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.recourse.insight.casefile.CaseFile.StoryVersion;
import org.recourse.record.CaseEvent;
import org.recourse.record.EntryHappening;
import org.recourse.record.Words;

/** The story of a case as it stood each time somebody had written on it. */
final class StoryVersions {

    private static final String STORY = "story";

    private StoryVersions() {}

    static List<StoryVersion> of(List<CaseEvent> timeline) {
        List<StoryVersion> versions = new ArrayList<>();
        for (CaseEvent event : timeline) {
            if (event.what() instanceof EntryHappening.Reworded reworded
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
