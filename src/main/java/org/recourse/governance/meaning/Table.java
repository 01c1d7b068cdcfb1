package org.recourse.governance.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recourse.governance.SafeXml;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A decision table as its rules read it. */
record Table(String file, String id, String hitPolicy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    /**
     * An input or output.
     *
     * @param name the variable that is read, or what the result is called
     * @param values the only ones that are allowed; nothing: all
     */
    record Column(String id, String name, String label, String type, Set<String> values) {

        boolean isNumber() {
            return Set.of("integer", "long", "double", "number").contains(type);
        }
    }

    /** @param number as people count, from 1 */
    record Row(String id, int number, List<Cell> inputs, List<String> outputs) {}

    /** Those of a file; one without a table is none. */
    static List<Table> read(String file, byte[] content) {
        try {
            List<Table> tables = new ArrayList<>();
            for (Element element : SafeXml.elements(SafeXml.parse(content))) {
                if (element.getLocalName().equals("decision")) {
                    children(element, "decisionTable")
                            .findFirst()
                            .ifPresent(table -> tables.add(read(file, element.getAttribute("id"), table)));
                }
            }
            return tables;
        } catch (SAXException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Table read(String file, String id, Element table) {
        List<Column> inputs = children(table, "input").map(Table::input).toList();
        List<Column> outputs = children(table, "output")
                .map(output -> column(output, output.getAttribute("name"), output, "outputValues"))
                .toList();
        List<Row> rows = new ArrayList<>();
        children(table, "rule")
                .forEach(rule -> rows.add(new Row(
                        rule.getAttribute("id"),
                        rows.size() + 1,
                        children(rule, "inputEntry")
                                .map(Table::text)
                                .map(Cell::read)
                                .toList(),
                        children(rule, "outputEntry").map(Table::text).toList())));
        String policy = table.getAttribute("hitPolicy");
        return new Table(file, id, policy.isEmpty() ? "UNIQUE" : policy, inputs, outputs, rows);
    }

    private static Column input(Element input) {
        Element expression = children(input, "inputExpression").findFirst().orElse(input);
        String variable = input.getAttributeNS("http://camunda.org/schema/1.0/dmn", "inputVariable");
        String name = text(expression);
        return column(input, name.isEmpty() ? variable : name, expression, "inputValues");
    }

    private static Column column(Element column, String name, Element typed, String values) {
        Set<String> allowed = new LinkedHashSet<>();
        children(column, values)
                .map(Table::text)
                .forEach(text -> TEXT.matcher(text).results().forEach(value -> allowed.add(value.group(1))));
        return new Column(
                column.getAttribute("id"), name, column.getAttribute("label"), typed.getAttribute("typeRef"), allowed);
    }

    private static Stream<Element> children(Element element, String type) {
        return Diagram.inside(element, type).filter(child -> child.getParentNode() == element);
    }

    private static String text(Element element) {
        return children(element, "text").findFirst().map(SafeXml::ownText).orElse("");
    }

    Optional<Column> output(String name) {
        return outputs.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The cell of a row under an input; one that is not there limits nothing. */
    Cell cell(Row row, String input) {
        for (int i = 0; i < inputs.size() && i < row.inputs().size(); i++) {
            if (inputs.get(i).name().equals(input)) {
                return row.inputs().get(i);
            }
        }
        return Cell.ANY;
    }

    String result(Row row, String output) {
        for (int i = 0; i < outputs.size() && i < row.outputs().size(); i++) {
            if (outputs.get(i).name().equals(output)) {
                return row.outputs().get(i);
            }
        }
        return "";
    }
}
