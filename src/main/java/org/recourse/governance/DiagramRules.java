package org.recourse.governance;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a diagram may contain. Of the engine's own attributes and elements those that are not listed are refused. */
@Component
class DiagramRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** The engine reads the same attributes under this name too. */
    private static final String OLD_NAME = "http://activiti.org/bpmn";

    private static final Set<String> ATTRIBUTES = Set.of(
            "asyncAfter",
            "asyncBefore",
            "assignee",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "delegateExpression",
            "diagramRelationId",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessage",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateVersion",
            "priority",
            "resultVariable",
            "variableEvents",
            "variableName",
            "versionTag");

    private static final Set<String> ELEMENTS = Set.of(
            "entry",
            "failedJobRetryTimeCycle",
            "in",
            "inputOutput",
            "inputParameter",
            "list",
            "map",
            "out",
            "outputParameter",
            "potentialStarter",
            "properties",
            "property",
            "value");

    private static final Set<String> REFUSED = Set.of("scriptTask", "script", "import");

    private final DelegateBeans beans;

    DiagramRules(DelegateBeans beans) {
        this.beans = beans;
    }

    List<Objection> check(String file, byte[] content) {
        return Objection.ofEachElement(file, content, this::check);
    }

    private void check(Element element, List<Objection> reasons) {
        var name = element.getLocalName();
        var place = SafeXml.place(element);
        if (isEngines(element.getNamespaceURI()) ? !ELEMENTS.contains(name) : REFUSED.contains(name)) {
            reasons.add(Objection.of(place, "element-of-diagram", element.getNodeName()));
        }
        if (name.equals("process")
                && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
            reasons.add(Objection.noTimeToLive(place));
        }
        SafeXml.attributes(element).forEach(attribute -> check(place, attribute, reasons));
        var text = SafeXml.ownText(element);
        if (!name.equals("text") && ExpressionKinds.isExpression(text)) {
            checkExpression(place, text, name.equals("outputParameter"), reasons);
        }
    }

    private void check(String place, Attr attribute, List<Objection> reasons) {
        var name = attribute.getLocalName();
        var value = attribute.getValue();
        if (isEngines(attribute.getNamespaceURI())) {
            if (OLD_NAME.equals(attribute.getNamespaceURI()) || !ATTRIBUTES.contains(name)) {
                reasons.add(Objection.of(place, "attribute-of-diagram", attribute.getName()));
            } else if (name.equals("delegateExpression")) {
                checkBean(place, value, reasons);
                return;
            }
        } else if (attribute.getNamespaceURI() == null
                && Set.of("language", "scriptFormat").contains(name)) {
            reasons.add(Objection.of(place, "script-language", value));
        }
        if (ExpressionKinds.isExpression(value)) {
            checkExpression(place, value, false, reasons);
        }
    }

    private void checkBean(String place, String value, List<Objection> reasons) {
        var bean = ExpressionKinds.bean(value);
        if (bean.isEmpty()) {
            reasons.add(Objection.of(place, "names-no-delegate", value));
        } else if (!beans.knows(bean)) {
            reasons.add(Objection.of(place, "no-such-delegate", bean));
        }
    }

    private static void checkExpression(String place, String text, boolean outputMapping, List<Objection> reasons) {
        if (!ExpressionKinds.isKnownKind(text, outputMapping)) {
            reasons.add(Objection.of(place, "expression", text));
        }
    }

    private static boolean isEngines(String namespace) {
        return CAMUNDA.equals(namespace) || OLD_NAME.equals(namespace);
    }
}
