package org.recourse.governance.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recourse.governance.Objection;

/** The reasons found so far, by file. */
final class Found {

    private final Map<String, List<Objection>> reasons = new TreeMap<>();

    /** @param rule its name in the texts */
    void add(String file, String element, String rule, Object... found) {
        reasons.computeIfAbsent(file, none -> new ArrayList<>()).add(Objection.of(element, rule, found));
    }

    Map<String, List<Objection>> all() {
        return reasons;
    }
}
