package org.recourse.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The files that process owners edit, read once for the rules they keep. */
final class Models {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Models() {}

    /** A diagram and its file name without the ending. */
    record Diagram(String file, BpmnModelInstance model) {

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        Process process() {
            return all(Process.class).iterator().next();
        }

        List<FlowElement> elements() {
            return List.copyOf(all(FlowElement.class));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    record Table(String file, DmnModelInstance model) {

        @Override
        public String toString() {
            return file;
        }
    }

    record Form(String file, JsonNode root) {

        /** All components, those in groups included. */
        List<JsonNode> components() {
            return within(root).toList();
        }

        List<JsonNode> fields() {
            return components().stream().filter(part -> part.has("key")).toList();
        }

        JsonNode group(String label) {
            return components().stream()
                    .filter(part -> part.path("label").asText().equals(label))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<JsonNode> within(JsonNode container) {
        return StreamSupport.stream(container.path("components").spliterator(), false)
                .flatMap(part -> Stream.concat(Stream.of(part), within(part)));
    }

    static List<Diagram> diagrams() {
        return read("bpmn", ".bpmn", path -> new Diagram(name(path), Bpmn.readModelFromFile(path.toFile())));
    }

    static List<Table> tables() {
        return read("bpmn", ".dmn", path -> new Table(name(path), Dmn.readModelFromFile(path.toFile())));
    }

    static List<Form> forms() {
        return read("forms", ".form", path -> new Form(name(path), json(path)));
    }

    static Form form(String id) {
        return forms().stream()
                .filter(form -> form.file().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** "Customer's answer?" becomes CustomersAnswer, "Schedule check-in" becomes ScheduleCheckIn. */
    static String pascalCase(String label) {
        Matcher words = WORD.matcher(label.replaceAll("['’]", ""));
        return words.results()
                .map(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.group().substring(1))
                .collect(Collectors.joining());
    }

    static @Nullable String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", attribute);
    }

    /** Source texts of all diagrams by file name. */
    static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        read("bpmn", ".bpmn", path -> Objects.requireNonNullElse(sources.put(name(path), text(path)), ""));
        return sources;
    }

    private static <T> List<T> read(String folder, String ending, java.util.function.Function<Path, T> reader) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<T> found = files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(reader)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("No " + ending + " in " + folder);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString().replaceAll("\\.[a-z]+$", "");
    }

    private static JsonNode json(Path path) {
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
