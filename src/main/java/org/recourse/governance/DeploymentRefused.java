package org.recourse.governance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;

/** Told over REST as 400 with the reasons per file, where Modeler looks for them. */
class DeploymentRefused extends ParseException {

    private static final long serialVersionUID = 1L;

    DeploymentRefused(Map<String, List<Reason>> reasons) {
        super(message(reasons), "", List.of(), List.of());
        resorceReports.clear();
        reasons.forEach((file, found) ->
                resorceReports.add(new ResourceReportImpl(file, List.<Problem>copyOf(found), List.of())));
    }

    private static String message(Map<String, List<Reason>> reasons) {
        return reasons.entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(reason -> file.getKey() + ", " + reason.getMessage()))
                .collect(Collectors.joining("\n", "Nothing was deployed:\n", ""));
    }
}
