package org.recourse.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample cases of the demonstration, and more of them that stopped earlier: one before each step that has a form. */
final class UnfinishedCases {

    /** The customers of the sample case that is told in the pseudo-language, letters and all. */
    static final String CUSTOMER_OF_THE_LANGUAGE = "C-10133";

    private static final Path DEMO = Path.of("src/main/resources/demo");

    /**
     * @param like the sample case
     * @param steps how many of its steps were done
     * @param customer somebody who has no sample case
     * @param minutesAgo when it began, two minutes a step; 0 when it is as long ago as the sample case
     */
    private record Stopped(String like, int steps, String customer, int minutesAgo) {}

    private static final List<Stopped> STOPPED = List.of(
            new Stopped("proposing", 2, "C-10018", 0), // restate
            new Stopped("another-angle", 4, "C-10029", 0), // check-agreement
            new Stopped("promise", 5, "C-10041", 14), // wrap-up
            new Stopped("handed-over", 2, "C-10052", 4), // prepare-handover
            new Stopped("final-position", 3, "C-10057", 0), // resolve-escalation
            new Stopped("final-position", 5, "C-10068", 0), // call-back
            new Stopped("check-in", 5, "C-10138", 0)); // follow-up-call: who gets no letters is called

    private UnfinishedCases() {}

    static void writeBelow(Path folder, String language) throws IOException {
        Path demo = Files.createDirectories(folder.resolve("demo"));
        ObjectMapper json = new ObjectMapper();
        ArrayNode cases = (ArrayNode) json.readTree(DEMO.resolve("cases.json").toFile());
        List<JsonNode> samples = List.copyOf(cases.findParents("key"));
        for (Stopped stopped : STOPPED) {
            samples.stream()
                    .filter(sample -> sample.path("key").asText().equals(stopped.like()))
                    .map(sample -> stopped(sample.deepCopy(), stopped))
                    .forEach(cases::add);
        }
        json.writeValue(demo.resolve("cases.json").toFile(), cases);
        Files.writeString(
                demo.resolve("customers.csv"),
                Files.readString(DEMO.resolve("customers.csv"))
                        .replaceAll(
                                "(?m)^((?:" + CUSTOMER_OF_THE_LANGUAGE + "|C-10063),.*),(?:en|de),(Europe/)",
                                "$1," + language + ",$2"));
    }

    private static ObjectNode stopped(ObjectNode sample, Stopped stopped) {
        sample.put("key", sample.path("key").asText() + "-" + stopped.steps());
        ArrayNode steps = (ArrayNode) sample.get("steps");
        while (steps.size() > stopped.steps()) {
            steps.remove(steps.size() - 1);
        }
        ((ObjectNode) steps.get(0).get("answers")).put("customerNumber", stopped.customer());
        if (stopped.minutesAgo() > 0) {
            for (int n = 0; n < steps.size(); n++) {
                ((ObjectNode) steps.get(n)).put("at", "-" + (stopped.minutesAgo() - 2 * n) + "m");
            }
        }
        return sample;
    }
}
