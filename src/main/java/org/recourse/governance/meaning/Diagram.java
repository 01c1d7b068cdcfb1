package org.recourse.governance.meaning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.recourse.governance.SafeXml;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A diagram as its rules read it: elements by type, and what comes after what. */
final class Diagram {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final String file;
    private final List<Element> elements;
    private final Map<String, Element> byId = new LinkedHashMap<>();

    private Diagram(String file, List<Element> elements) {
        this.file = file;
        this.elements = elements;
        elements.forEach(element -> byId.put(element.getAttribute("id"), element));
    }

    static Diagram read(String file, byte[] content) {
        try {
            return new Diagram(file, SafeXml.elements(SafeXml.parse(content)));
        } catch (SAXException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    String file() {
        return file;
    }

    Stream<Element> all(String... types) {
        Set<String> wanted = Set.of(types);
        return elements.stream().filter(element -> wanted.contains(element.getLocalName()));
    }

    List<Element> everything() {
        return elements;
    }

    Set<String> processes() {
        Set<String> ids = new LinkedHashSet<>();
        all("process").forEach(process -> ids.add(process.getAttribute("id")));
        return ids;
    }

    Optional<Element> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    static String id(Element element) {
        return SafeXml.place(element);
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute).strip();
    }

    static Stream<Element> inside(Element element, String type) {
        var found = element.getElementsByTagNameNS("*", type);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1).map(i -> (Element) found.item(i));
    }

    static boolean has(Element element, String type) {
        return inside(element, type).findAny().isPresent();
    }

    /** The names of the messages that something here waits for. */
    Set<String> messages() {
        Set<String> names = new LinkedHashSet<>();
        all("message").forEach(message -> names.add(message.getAttribute("name")));
        return names;
    }

    Stream<Element> boundariesOf(Element activity) {
        return all("boundaryEvent")
                .filter(event -> event.getAttribute("attachedToRef").equals(activity.getAttribute("id")));
    }

    Stream<Element> flowsFrom(Element element) {
        return all("sequenceFlow").filter(flow -> flow.getAttribute("sourceRef").equals(element.getAttribute("id")));
    }

    /** What may be reached next: along flows, by events at the edge, into a sub-process and out of it. */
    private Stream<Element> next(Element element) {
        List<Element> inner = element.getLocalName().equals("subProcess")
                ? inside(element, "startEvent")
                        .filter(start -> start.getParentNode() == element)
                        .toList()
                : List.of();
        Stream<Element> along = inner.isEmpty() ? flowsFrom(element).flatMap(this::target) : inner.stream();
        Stream<Element> aside = boundariesOf(element);
        Stream<Element> out = element.getLocalName().equals("endEvent")
                        && element.getParentNode() instanceof Element around
                        && around.getLocalName().equals("subProcess")
                ? flowsFrom(around).flatMap(this::target)
                : Stream.empty();
        return Stream.of(along, aside, out).flatMap(each -> each);
    }

    private Stream<Element> target(Element flow) {
        return byId(flow.getAttribute("targetRef")).stream();
    }

    /**
     * The first element on some way from there for which the wanted is true, without passing what counts as passed.
     *
     * @param along whether a flow may be gone along at all
     */
    Optional<Element> reaches(
            Element from, Predicate<Element> wanted, Predicate<Element> passed, Predicate<Element> along) {
        Deque<Element> open = new ArrayDeque<>(List.of(from));
        Set<Element> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Element here = open.pop();
            if (!seen.add(here) || passed.test(here)) {
                continue;
            }
            if (here != from && wanted.test(here)) {
                return Optional.of(here);
            }
            next(here).filter(there -> isOpen(here, there, along)).forEach(open::push);
        }
        return Optional.empty();
    }

    /** What is reached otherwise than by a flow is always reached. */
    private boolean isOpen(Element from, Element to, Predicate<Element> along) {
        List<Element> flows = flowsFrom(from)
                .filter(flow -> flow.getAttribute("targetRef").equals(to.getAttribute("id")))
                .toList();
        return flows.isEmpty() || flows.stream().anyMatch(along);
    }

    Stream<Element> topLevelStarts() {
        return all("startEvent")
                .filter(start -> start.getParentNode() instanceof Element around
                        && around.getLocalName().equals("process"));
    }

    static String condition(Element flow) {
        return inside(flow, "conditionExpression")
                .findFirst()
                .map(SafeXml::ownText)
                .orElse("")
                .replaceAll("\\s+", "");
    }
}
