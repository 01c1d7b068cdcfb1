package org.recourse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where something happened is told in the reader's language: each step of our diagrams has its name in the bundles. */
@Tag("R27")
class NamesOfStepsTest {

    /** What can be the place of an entry in the log; in its id stands what the diagram shows. */
    private static final Pattern PLACE = Pattern.compile(
            "id=\"(?:UserTask|ServiceTask|BusinessRuleTask|ReceiveTask|StartEvent|IntermediateEvent|SubProcess)_([A-Za-z]+)\"");

    @Test
    void each_step_has_its_name() throws Exception {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> diagrams = Files.list(Path.of("bpmn"))) {
            for (Path diagram :
                    diagrams.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                List<String> steps = PLACE.matcher(Files.readString(diagram))
                        .results()
                        .map(step -> key(step.group(1)))
                        .toList();
                steps.stream()
                        .filter(key -> !Bundles.INSTANCE.knows(key, Locale.GERMAN))
                        .forEach(missing::add);
            }
        }

        assertThat(missing).isEmpty();
    }

    /** As the scripts find it. */
    private static String key(String step) {
        return "ui.name." + step.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
