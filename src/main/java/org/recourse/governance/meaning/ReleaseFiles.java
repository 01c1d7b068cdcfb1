package org.recourse.governance.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The files of a release, read: diagrams by file, tables and forms by their id. */
record ReleaseFiles(Map<String, Diagram> diagrams, Map<String, Table> tables, Map<String, Form> forms) {

    static ReleaseFiles read(Map<String, byte[]> contents) {
        return new ReleaseFiles(Map.of(), Map.of(), Map.of()).other(contents, (name, content) -> false);
    }

    /**
     * Other files, read.
     *
     * @param isHere whether a file is the same as here, and need not be read again
     */
    ReleaseFiles other(Map<String, byte[]> contents, BiPredicate<String, byte[]> isHere) {
        List<Diagram> newDiagrams = new ArrayList<>();
        List<Table> newTables = new ArrayList<>();
        List<Form> newForms = new ArrayList<>();
        contents.forEach((name, content) -> {
            if (isHere.test(name, content)) {
                diagrams.values().stream()
                        .filter(each -> each.file().equals(name))
                        .forEach(newDiagrams::add);
                tables.values().stream()
                        .filter(each -> each.file().equals(name))
                        .forEach(newTables::add);
                forms.values().stream().filter(each -> each.file().equals(name)).forEach(newForms::add);
            } else if (name.endsWith(".bpmn")) {
                newDiagrams.add(Diagram.read(name, content));
            } else if (name.endsWith(".dmn")) {
                newTables.addAll(Table.read(name, content));
            } else {
                newForms.add(Form.read(name, content));
            }
        });
        return new ReleaseFiles(
                newDiagrams.stream().collect(Collectors.toMap(Diagram::file, each -> each, (a, b) -> a)),
                newTables.stream().collect(Collectors.toMap(Table::id, each -> each, (a, b) -> a)),
                newForms.stream().collect(Collectors.toMap(Form::id, each -> each, (a, b) -> a)));
    }

    Optional<Diagram> process(String id) {
        return diagrams.values().stream()
                .filter(diagram -> diagram.processes().contains(id))
                .findFirst();
    }

    Stream<Element> all(String... types) {
        return diagrams.values().stream().flatMap(diagram -> diagram.all(types));
    }

    Set<String> messages() {
        Set<String> names = new LinkedHashSet<>();
        diagrams.values().forEach(diagram -> names.addAll(diagram.messages()));
        return names;
    }
}
