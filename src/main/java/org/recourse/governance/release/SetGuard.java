package org.recourse.governance.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recourse.governance.DeploymentRefused;
import org.recourse.governance.FileRules;
import org.recourse.governance.Objection;
import org.recourse.governance.meaning.Meaning;
import org.recourse.text.Speech;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The guard before a release: each file by itself, then what all of them mean together. One that fails refuses. */
@Component
class SetGuard {

    private static final Logger LOG = LoggerFactory.getLogger(SetGuard.class);
    private static final int MOST_FILES = 100;

    private final FileRules rules;
    private final Meaning meaning;
    private final EngineReading reading;
    private final Speech speech;

    SetGuard(FileRules rules, Meaning meaning, EngineReading reading, Speech speech) {
        this.rules = rules;
        this.meaning = meaning;
        this.reading = reading;
        this.speech = speech;
    }

    /** @throws DeploymentRefused when a file is broken, too large, or holds what no file may hold */
    void demandReadable(List<ReleaseFile> sent) {
        Map<String, List<Objection>> refused = new TreeMap<>();
        if (sent.isEmpty()) {
            add(refused, "deployment", Objection.of("deployment", "no-file"));
        }
        if (sent.size() > MOST_FILES) {
            add(refused, "deployment", Objection.of("deployment", "too-many-files", sent.size(), MOST_FILES));
        }
        sent.forEach(file -> {
            rules.check(file.name(), file.content()).forEach(reason -> add(refused, file.name(), reason));
            if (!refused.containsKey(file.name()) && FileIds.of(file).isEmpty()) {
                add(refused, file.name(), Objection.of(file.name(), "defines-nothing"));
            }
        });
        demand(refused);
    }

    /**
     * @param known a release that the engine has read already
     * @param sentAs what the author calls a file, by its name in the release
     * @param refused reasons that were found already
     */
    void demandInOrder(
            FileSet complete, FileSet known, Map<String, String> sentAs, Map<String, List<Objection>> refused) {
        found(complete, known)
                .forEach((name, reasons) ->
                        reasons.forEach(reason -> add(refused, sentAs.getOrDefault(name, name), reason)));
        demand(refused);
    }

    private Map<String, List<Objection>> found(FileSet set, FileSet known) {
        Map<String, List<Objection>> found = new TreeMap<>();
        try {
            Map<String, String> definedBy = new HashMap<>();
            set.all()
                    .forEach(file -> FileIds.of(file).forEach(id -> {
                        String other = definedBy.put(id, file.name());
                        if (other != null) {
                            add(found, file.name(), Objection.of(id, "id-twice", other, file.name()));
                        }
                    }));
            Map<String, byte[]> contents = new LinkedHashMap<>();
            set.all().forEach(file -> contents.put(file.name(), file.content()));
            meaning.check(contents).forEach((name, reasons) -> reasons.forEach(reason -> add(found, name, reason)));
            if (found.isEmpty()) {
                reading.check(set, known)
                        .forEach((name, reasons) -> reasons.forEach(reason -> add(found, name, reason)));
            }
        } catch (RuntimeException failed) {
            LOG.error("The guard of releases failed, hence it refuses", failed);
            add(found, "deployment", Objection.of("deployment", "guard-failed", String.valueOf(failed.getMessage())));
        }
        return found;
    }

    private void demand(Map<String, List<Objection>> refused) {
        if (!refused.isEmpty()) {
            throw new DeploymentRefused(refused, speech);
        }
    }

    private static void add(Map<String, List<Objection>> refused, String file, Objection reason) {
        refused.computeIfAbsent(file, none -> new ArrayList<>()).add(reason);
    }
}
