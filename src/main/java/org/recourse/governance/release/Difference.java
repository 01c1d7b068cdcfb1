package org.recourse.governance.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.recourse.governance.SafeXml;
import org.recourse.text.Sentence;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Says in words what differs between two versions of a file: elements of a diagram, rows of a table, fields of a form. */
final class Difference {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What people see of a part of a file.
     *
     * @param place its number, which changes when something is put before it and is no difference by itself
     */
    private record Part(String name, String place, Map<String, String> properties) {

        Part(String name, Map<String, String> properties) {
            this(name, "", properties);
        }

        Object said() {
            return place.isEmpty() ? name : Sentence.of("release.row", place);
        }

        boolean isSame(Part other) {
            return name.equals(other.name) && properties.equals(other.properties);
        }
    }

    private Difference() {}

    /**
     * What differs.
     *
     * @param elements ids of what is new or changed, so that it can be marked in a diagram
     */
    record Told(Set<String> elements, List<Sentence> sentences) {}

    static Told between(@Nullable ReleaseFile before, @Nullable ReleaseFile now) {
        Map<String, Part> old = before == null ? Map.of() : parts(before);
        Map<String, Part> parts = now == null ? Map.of() : parts(now);
        Set<String> marked = new LinkedHashSet<>();
        List<Sentence> sentences = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(parts.keySet());
        for (String id : ids) {
            Part was = old.get(id);
            Part is = parts.get(id);
            if (was == null && is != null) {
                marked.add(id);
                sentences.add(Sentence.of("release.added", is.said()));
            } else if (was != null && is == null) {
                sentences.add(Sentence.of("release.removed", was.said()));
            } else if (was != null && is != null && !was.isSame(is)) {
                marked.add(id);
                sentences.addAll(changes(was, is));
            }
        }
        if (before != null && now != null && !before.equals(now) && sentences.isEmpty()) {
            sentences.add(Sentence.of("release.only-layout"));
        }
        return new Told(marked, sentences);
    }

    private static List<Sentence> changes(Part was, Part is) {
        List<Sentence> changes = new ArrayList<>();
        if (!was.name().equals(is.name())) {
            changes.add(Sentence.of("release.renamed", was.name(), is.name()));
        }
        Set<String> properties = new TreeSet<>(was.properties().keySet());
        properties.addAll(is.properties().keySet());
        for (String property : properties) {
            String before = was.properties().getOrDefault(property, "");
            String now = is.properties().getOrDefault(property, "");
            if (!before.equals(now)) {
                changes.add(Sentence.of("release.changed", is.said(), property, shown(before), shown(now)));
            }
        }
        return changes;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private static Map<String, Part> parts(ReleaseFile file) {
        try {
            if (file.name().endsWith(".form")) {
                Map<String, Part> fields = new LinkedHashMap<>();
                fields(JSON.readTree(file.content()), fields);
                return fields;
            }
            List<Element> elements = SafeXml.elements(SafeXml.parse(file.content()));
            return file.name().endsWith(".dmn") ? rows(elements) : elements(elements);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void fields(JsonNode container, Map<String, Part> fields) {
        for (JsonNode component : container.path("components")) {
            String id = component.path("key").asText(component.path("id").asText());
            Map<String, String> properties = new LinkedHashMap<>();
            component.fields().forEachRemaining(property -> {
                if (!Set.of("components", "id", "layout", "key", "label").contains(property.getKey())) {
                    properties.put(property.getKey(), text(property.getValue()));
                }
            });
            String label = component.path("label").asText("");
            fields.put(id, new Part(label.isEmpty() ? id : "%s (%s)".formatted(label, id), properties));
            fields(component, fields);
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Rows by their id; a cell is named by the column above it. */
    private static Map<String, Part> rows(List<Element> elements) {
        Map<String, Part> rows = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        int number = 0;
        for (Element element : elements) {
            switch (element.getLocalName()) {
                case "input", "output" -> {
                    String label = element.getAttribute("label");
                    columns.add(label.isEmpty() ? element.getAttribute("name") : label);
                    rows.put(SafeXml.place(element), new Part(label, own(element)));
                }
                case "decisionTable" -> rows.put(SafeXml.place(element), new Part("table", own(element)));
                case "rule" -> {
                    number++;
                    rows.put(SafeXml.place(element), new Part("", String.valueOf(number), cells(element, columns)));
                }
                default -> {}
            }
        }
        return rows;
    }

    private static Map<String, String> cells(Element rule, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        int column = 0;
        for (Element cell : children(rule)) {
            String text =
                    children(cell).stream().map(SafeXml::ownText).findFirst().orElse("");
            if (cell.getLocalName().endsWith("Entry") && column < columns.size()) {
                cells.put(columns.get(column++), text);
            } else if (cell.getLocalName().equals("description")) {
                cells.put("annotation", SafeXml.ownText(cell));
            }
        }
        return cells;
    }

    /** Elements with an id of their own; what has none belongs to the one around it. The drawing is no part of it. */
    private static Map<String, Part> elements(List<Element> elements) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Element element : elements) {
            if (!String.valueOf(element.getNamespaceURI()).contains("/BPMN/20100524/MODEL")
                    && !String.valueOf(element.getNamespaceURI()).contains("camunda.org")) {
                continue;
            }
            String id = SafeXml.place(element);
            Part around = parts.get(id);
            boolean own = !element.getAttribute("id").isEmpty();
            if (own || around == null) {
                String name = element.getAttribute("name");
                parts.put(id, new Part(name.isEmpty() ? id : "%s (%s)".formatted(name, id), own(element)));
            } else if (!Set.of("incoming", "outgoing").contains(element.getLocalName())) {
                own(element)
                        .forEach((property, value) -> around.properties()
                                .merge(element.getLocalName() + " " + property, value, Difference::both));
                String text = SafeXml.ownText(element);
                if (!text.isEmpty()) {
                    around.properties().merge(element.getLocalName(), text, Difference::both);
                }
            }
        }
        return parts;
    }

    private static String both(String one, String other) {
        return one + ", " + other;
    }

    private static Map<String, String> own(Element element) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            if (!attribute.getNodeName().startsWith("xmlns")
                    && !Set.of("id", "name", "label", "exporter", "exporterVersion")
                            .contains(attribute.getNodeName())) {
                properties.put(String.valueOf((Object) attribute.getLocalName()), attribute.getNodeValue());
            }
        }
        String text = SafeXml.ownText(element);
        if (!text.isEmpty()) {
            properties.put("text", text);
        }
        return properties;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
