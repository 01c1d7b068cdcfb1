package org.recourse.governance.meaning;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recourse.form.SteeringVariable;
import org.recourse.governance.SafeXml;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.w3c.dom.Element;

/** A diagram asks only for variables that are there, and only for values that they have. */
@Component
class Conditions implements Meaning.Rule {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{\\s*!?\\s*([A-Za-z_]\\w*)\\s*(?:==\\s*'([^']*)'\\s*)?}");
    private static final Set<String> OUTPUTS = Set.of("outputParameter", "inputParameter");

    private final Set<String> declared = Stream.of(SteeringVariable.class, SteeringVariable.Lasting.class)
            .flatMap(place -> Stream.of(place.getFields()))
            .map(constant -> (String) Objects.requireNonNull(ReflectionUtils.getField(constant, null)))
            .collect(Collectors.toCollection(TreeSet::new));

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        for (Diagram diagram : release.diagrams().values()) {
            Set<String> known = known(diagram, product);
            for (Element element : diagram.everything()) {
                texts(element).forEach(text -> {
                    Matcher asked = VARIABLE.matcher(text);
                    if (asked.matches()) {
                        checkVariable(diagram, element, asked.group(1), known, found);
                        if (asked.group(2) != null) {
                            checkValue(diagram, element, asked.group(1), asked.group(2), release, product, found);
                        }
                    }
                });
            }
        }
    }

    private static Stream<String> texts(Element element) {
        Stream<String> attributes = Stream.iterate(
                        0, i -> i < element.getAttributes().getLength(), i -> i + 1)
                .map(i -> element.getAttributes().item(i).getNodeValue());
        return Stream.concat(attributes, Stream.of(SafeXml.ownText(element))).map(String::strip);
    }

    /** What the code gives a process, and what the diagram itself sets. */
    private Set<String> known(Diagram diagram, ReleaseFiles product) {
        Set<String> known = new TreeSet<>();
        diagram.processes().stream()
                .map(product::process)
                .forEach(original ->
                        original.ifPresentOrElse(code -> known.addAll(asked(code)), () -> known.addAll(declared)));
        for (Element element : diagram.everything()) {
            String type = element.getLocalName();
            if (OUTPUTS.contains(type)) {
                known.add(element.getAttribute("name"));
            } else if (type.equals("out") || type.equals("in")) {
                known.add(element.getAttribute("target"));
            }
            known.add(Diagram.camunda(element, "elementVariable"));
        }
        known.remove("");
        return known;
    }

    private static Set<String> asked(Diagram diagram) {
        Set<String> asked = new LinkedHashSet<>();
        diagram.everything()
                .forEach(element -> texts(element)
                        .map(VARIABLE::matcher)
                        .filter(Matcher::matches)
                        .forEach(match -> asked.add(match.group(1))));
        return asked;
    }

    private static void checkVariable(Diagram diagram, Element element, String name, Set<String> known, Found found) {
        if (!known.contains(name)) {
            Spelling.nearest(name, known)
                    .ifPresentOrElse(
                            meant -> found.add(
                                    diagram.file(), Diagram.id(element), "variable-unknown-nearest", name, meant),
                            () -> found.add(
                                    diagram.file(),
                                    Diagram.id(element),
                                    "variable-unknown",
                                    name,
                                    String.join(", ", known)));
        }
    }

    /** A value that a form cannot give, or that is nearly one that is known, was misspelt. */
    private static void checkValue(
            Diagram diagram,
            Element element,
            String variable,
            String value,
            ReleaseFiles release,
            ReleaseFiles product,
            Found found) {
        Set<String> choices = diagram.all("userTask", "startEvent")
                .map(step -> release.forms().get(Diagram.camunda(step, "formRef")))
                .filter(Objects::nonNull)
                .flatMap(form -> form.choices(variable).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> values = new TreeSet<>(choices);
        product.all("conditionExpression").forEach(condition -> {
            Matcher asked = VARIABLE.matcher(SafeXml.ownText(condition));
            if (asked.matches() && asked.group(1).equals(variable) && asked.group(2) != null) {
                values.add(asked.group(2));
            }
        });
        if (values.contains(value)) {
            return;
        }
        Spelling.nearest(value, values)
                .ifPresentOrElse(
                        meant -> found.add(
                                diagram.file(), Diagram.id(element), "value-unknown-nearest", variable, value, meant),
                        () -> {
                            if (!choices.isEmpty()) {
                                found.add(
                                        diagram.file(),
                                        Diagram.id(element),
                                        "value-unknown",
                                        variable,
                                        value,
                                        String.join(", ", choices));
                            }
                        });
    }
}
