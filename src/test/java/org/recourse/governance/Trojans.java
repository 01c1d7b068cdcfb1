package org.recourse.governance;

import java.util.stream.Stream;

/** The ways to bring code in by a deployment that we know of. */
final class Trojans {

    static final String HARMLESS = process(
            "Harmless",
            "camunda:historyTimeToLive=\"P1D\"",
            "<startEvent id=\"Start\"/><sequenceFlow id=\"f\" sourceRef=\"Start\" targetRef=\"Work\"/>"
                    + "<userTask id=\"Work\" camunda:candidateGroups=\"team-north-agent\"/>");

    private static final String ATTACK = Burglar.EXPRESSION.replace("'", "&apos;");

    private Trojans() {}

    /** Those that run as soon as an instance starts. */
    static Stream<Trojan> running() {
        return Stream.of(
                diagram("an expression as a task", service("camunda:expression=\"" + ATTACK + "\"", ""), "expression"),
                diagram("a class", service("camunda:class=\"org.recourse.governance.BurglarDelegate\"", ""), "class"),
                diagram(
                        "a listener",
                        "<startEvent id=\"Start\"><extensionElements><camunda:executionListener event=\"start\" expression=\""
                                + ATTACK + "\"/></extensionElements></startEvent>",
                        "executionListener"),
                diagram(
                        "a condition",
                        """
                        <startEvent id="Start"/><sequenceFlow id="f1" sourceRef="Start" targetRef="Split"/>
                        <exclusiveGateway id="Split" default="f3"/>
                        <sequenceFlow id="f2" sourceRef="Split" targetRef="End">
                          <conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                            xsi:type="tFormalExpression">${x == %s}</conditionExpression></sequenceFlow>
                        <sequenceFlow id="f3" sourceRef="Split" targetRef="End"/><endEvent id="End"/>""".formatted(Burglar.EXPRESSION.substring(2, Burglar.EXPRESSION.length() - 1)),
                        "of no allowed kind"),
                diagram(
                        "the engine's former name",
                        "<startEvent id=\"Start\"/><sequenceFlow id=\"f\" sourceRef=\"Start\" targetRef=\"Bad\"/>"
                                + "<serviceTask id=\"Bad\" xmlns:a=\"http://activiti.org/bpmn\" a:expression=\""
                                + ATTACK
                                + "\"/>",
                        "a:expression"),
                diagram(
                        "the name of a step",
                        "<startEvent id=\"Start\"/><sequenceFlow id=\"f\" sourceRef=\"Start\" targetRef=\"Bad\"/>"
                                + "<userTask id=\"Bad\" name=\"" + ATTACK + "\"/>",
                        "of no allowed kind"),
                diagram(
                        "the description of a step",
                        "<startEvent id=\"Start\"/><sequenceFlow id=\"f\" sourceRef=\"Start\" targetRef=\"Bad\"/>"
                                + "<userTask id=\"Bad\"><documentation>" + Burglar.EXPRESSION
                                + "</documentation></userTask>",
                        "of no allowed kind"),
                diagram(
                        "an input mapping",
                        service(
                                "camunda:type=\"external\" camunda:topic=\"t\"",
                                "<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"y\">"
                                        + Burglar.EXPRESSION
                                        + "</camunda:inputParameter></camunda:inputOutput></extensionElements>"),
                        "of no allowed kind"));
    }

    static Stream<Trojan> all() {
        return Stream.concat(
                running(),
                Stream.of(
                        diagram(
                                "a script",
                                "<scriptTask id=\"Bad\" scriptFormat=\"js\"><script>1</script></scriptTask>",
                                "scriptTask"),
                        diagram(
                                "a script as a condition",
                                "<startEvent id=\"Start\"/><endEvent id=\"End\"/><sequenceFlow id=\"f\" sourceRef=\"Start\""
                                        + " targetRef=\"End\"><conditionExpression"
                                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " xsi:type=\"tFormalExpression\" language=\"js\">1</conditionExpression></sequenceFlow>",
                                "script language"),
                        diagram(
                                "a script from elsewhere",
                                "<scriptTask id=\"Bad\" scriptFormat=\"js\" camunda:resource=\"http://x.example/s.js\"/>",
                                "camunda:resource"),
                        diagram(
                                "a script in a mapping",
                                service(
                                        "camunda:delegateExpression=\"#{sendMessageDelegate}\"",
                                        "<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"y\">"
                                                + "<camunda:script scriptFormat=\"js\">1</camunda:script>"
                                                + "</camunda:inputParameter></camunda:inputOutput></extensionElements>"),
                                "camunda:script"),
                        diagram(
                                "a connector",
                                service(
                                        "camunda:delegateExpression=\"#{sendMessageDelegate}\"",
                                        "<extensionElements><camunda:connector><camunda:connectorId>http-connector"
                                                + "</camunda:connectorId></camunda:connector></extensionElements>"),
                                "camunda:connector"),
                        diagram(
                                "an external worker",
                                service("camunda:type=\"external\" camunda:topic=\"t\"", ""),
                                "camunda:type"),
                        diagram(
                                "an unknown bean",
                                service("camunda:delegateExpression=\"#{nobody}\"", ""),
                                "no delegate nobody"),
                        diagram(
                                "a bean that is no delegate",
                                service("camunda:delegateExpression=\"#{dataSource}\"", ""),
                                "no delegate dataSource"),
                        diagram(
                                "a form from elsewhere",
                                "<userTask id=\"Bad\" camunda:formKey=\"embedded:http://x.example/f.html\"/>",
                                "camunda:formKey"),
                        diagram(
                                "a task listener",
                                "<userTask id=\"Bad\"><extensionElements><camunda:taskListener event=\"create\""
                                        + " class=\"x.Y\"/></extensionElements></userTask>",
                                "camunda:taskListener"),
                        new Trojan(
                                "no time to live",
                                "Trojan.bpmn",
                                process("Trojan", "", "<startEvent id=\"Start\"/>"),
                                "time to live"),
                        new Trojan(
                                "a document type",
                                "Trojan.bpmn",
                                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + HARMLESS,
                                "DOCTYPE"),
                        new Trojan("a large file", "Trojan.bpmn", HARMLESS + " ".repeat(1_000_001), "1,000,000 bytes"),
                        new Trojan("a script file", "trojan.groovy", "1", "only diagrams"),
                        new Trojan("a page", "trojan.html", "<script>1</script>", "only diagrams"),
                        table("an input expression", "''.getClass()", "1", "", "no variable"),
                        table("a cell that calls", "x", "\"\".getClass()", "", "cell"),
                        table("a cell with brackets", "x", "1[\"class\"]", "", "cell"),
                        table("a table in another language", "x", "1", "expressionLanguage=\"juel\"", "language juel"),
                        form("a frame", "{\"type\":\"iframe\",\"key\":\"Bad\",\"url\":\"http://x.example\"}", "iframe"),
                        form(
                                "a script in a text",
                                "{\"type\":\"html\",\"key\":\"Bad\",\"content\":\"<script>1</script>\"}",
                                "runs"),
                        form("a handler", "{\"type\":\"html\",\"key\":\"Bad\",\"content\":\"<b onclick=1>\"}", "runs"),
                        form(
                                "a picture",
                                "{\"type\":\"image\",\"key\":\"Bad\",\"source\":\"http://x.example/p.png\"}",
                                "elsewhere")));
    }

    static String everythingAtOnce() {
        return process(
                "Trojan", "", service("camunda:class=\"x.Y\" camunda:delegateExpression=\"#{unknownDelegate}\"", ""));
    }

    private static Trojan diagram(String name, String content, String told) {
        return new Trojan(name, "Trojan.bpmn", process("Trojan", "camunda:historyTimeToLive=\"P1D\"", content), told);
    }

    private static String service(String attributes, String content) {
        return "<startEvent id=\"Start\"/><sequenceFlow id=\"f\" sourceRef=\"Start\" targetRef=\"Bad\"/><serviceTask id=\"Bad\" "
                + attributes + ">" + content + "</serviceTask>";
    }

    private static String process(String id, String attributes, String content) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="Definitions">
                  <process id="%s" isExecutable="true" %s>%s</process>
                </definitions>""".formatted(id, attributes, content);
    }

    private static Trojan table(String name, String input, String cell, String attributes, String told) {
        return new Trojan(name, "Trojan.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
                  xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="Trojan" name="t" camunda:historyTimeToLive="P1D"><decisionTable id="t">
                    <input id="Bad"><inputExpression id="e" typeRef="string" %s><text>%s</text></inputExpression></input>
                    <output id="o" name="o" typeRef="string"/>
                    <rule id="r"><inputEntry id="i"><text><![CDATA[%s]]></text></inputEntry>
                      <outputEntry id="u"><text>1</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""".formatted(attributes, input, cell), told);
    }

    private static Trojan form(String name, String component, String told) {
        return new Trojan(
                name,
                "trojan.form",
                "{\"id\":\"trojan\",\"type\":\"default\",\"components\":[" + component + "]}",
                told);
    }
}
