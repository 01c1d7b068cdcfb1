package org.recourse.governance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.recourse.text.Speech;

/** Told over REST as 400 with the reasons per file, where Modeler looks for them. */
public class DeploymentRefused extends ParseException {

    private static final long serialVersionUID = 1L;

    public DeploymentRefused(Map<String, List<Objection>> reasons, Speech speech) {
        super(message(reasons, speech), "", List.of(), List.of());
        resorceReports.clear();
        reasons.forEach((file, found) -> resorceReports.add(new ResourceReportImpl(
                file,
                found.stream()
                        .<Problem>map(reason -> new ToldReason(reason.element(), told(reason, speech)))
                        .toList(),
                List.of())));
    }

    private static String message(Map<String, List<Objection>> reasons, Speech speech) {
        return reasons.entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(reason -> file.getKey() + ", " + told(reason, speech)))
                .collect(Collectors.joining("\n", speech.say("governance.nothing-deployed") + "\n", ""));
    }

    private static String told(Objection reason, Speech speech) {
        return speech.say("governance.reason", reason.element(), reason.rule(), reason.remedy());
    }

    private record ToldReason(String element, String message) implements Problem {

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public String getMainElementId() {
            return element;
        }

        @Override
        public List<String> getElementIds() {
            return List.of(element);
        }
    }
}
