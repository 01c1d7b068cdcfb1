package org.recourse.governance;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a decision may be: a table with variables as inputs and values as outputs. */
final class TableRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final String STANDARD = "omg.org/spec/DMN/";

    private static final Set<String> ELEMENTS = Set.of(
            "allowedAnswers",
            "annotation",
            "annotationEntry",
            "association",
            "authorityRequirement",
            "decision",
            "decisionTable",
            "definitions",
            "defaultOutputEntry",
            "description",
            "extensionElements",
            "informationRequirement",
            "input",
            "inputData",
            "inputEntry",
            "inputExpression",
            "inputValues",
            "knowledgeSource",
            "output",
            "outputEntry",
            "outputValues",
            "question",
            "requiredAuthority",
            "requiredDecision",
            "requiredInput",
            "rule",
            "text",
            "textAnnotation",
            "variable");
    private static final Set<String> ATTRIBUTES =
            Set.of("diagramRelationId", "historyTimeToLive", "inputVariable", "versionTag");
    private static final Set<String> CELLS =
            Set.of("inputEntry", "outputEntry", "defaultOutputEntry", "inputValues", "outputValues");

    List<Objection> check(String file, byte[] content) {
        return Objection.ofEachElement(file, content, TableRules::check);
    }

    private static void check(Element element, List<Objection> reasons) {
        var name = element.getLocalName();
        var place = SafeXml.place(element);
        var space = String.valueOf(element.getNamespaceURI());
        if (CAMUNDA.equals(space) || (isModel(space) && !ELEMENTS.contains(name))) {
            reasons.add(Objection.of(place, "element-of-table", element.getNodeName()));
        }
        if (name.equals("decision")
                && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
            reasons.add(Objection.noTimeToLive(place));
        }
        SafeXml.attributes(element).forEach(attribute -> check(place, attribute, reasons));
        if (name.equals("text") && element.getParentNode() instanceof Element around) {
            checkText(around.getLocalName(), place, SafeXml.ownText(element), reasons);
        }
    }

    private static boolean isModel(String namespace) {
        return namespace.contains(STANDARD)
                && !namespace.contains("/DMNDI")
                && !namespace.contains("/DC")
                && !namespace.contains("/DI/");
    }

    private static void check(String place, Attr attribute, List<Objection> reasons) {
        var value = attribute.getValue();
        if (attribute.getLocalName().equals("expressionLanguage")
                && !value.toLowerCase(Locale.ROOT).contains("feel")) {
            reasons.add(Objection.of(place, "language-of-table", value));
        }
        if (CAMUNDA.equals(attribute.getNamespaceURI()) && !ATTRIBUTES.contains(attribute.getLocalName())) {
            reasons.add(Objection.of(place, "attribute-of-table", attribute.getName()));
        }
        if (ExpressionKinds.isExpression(value)) {
            reasons.add(Objection.of(place, "expression-in-table", value));
        }
    }

    private static void checkText(String around, String place, String text, List<Objection> reasons) {
        if (around.equals("inputExpression") && !text.isEmpty() && !SimpleFeel.isVariable(text)) {
            reasons.add(Objection.of(place, "input-no-variable", text));
        } else if (CELLS.contains(around) && (!SimpleFeel.isCell(text) || ExpressionKinds.isExpression(text))) {
            reasons.add(Objection.of(place, "cell", text));
        }
    }
}
