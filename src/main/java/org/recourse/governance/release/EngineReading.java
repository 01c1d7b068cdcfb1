package org.recourse.governance.release;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.recourse.governance.Objection;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Has the engine read a set as it would at its deployment, without keeping anything: what it cannot read is refused. */
@Component
class EngineReading {

    private final ProcessEngine engine;
    private final DmnEngine dmn;

    EngineReading(@Lazy ProcessEngine engine) {
        this.engine = engine;
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        this.dmn = configuration.buildEngine();
    }

    /** @param known what it has read before */
    Map<String, List<Objection>> check(FileSet set, FileSet known) {
        Map<String, List<Objection>> refused = new LinkedHashMap<>();
        for (ReleaseFile file : set.all()) {
            if (set.isSame(file.name(), known)) {
                continue;
            }
            try {
                if (file.name().endsWith(".bpmn")) {
                    readDiagram(file);
                } else if (file.name().endsWith(".dmn")) {
                    dmn.parseDecisions(new ByteArrayInputStream(file.content()));
                }
            } catch (ParseException unreadable) {
                refused.put(
                        file.name(),
                        unreadable.getResorceReports().stream()
                                .flatMap(report -> report.getErrors().stream())
                                .map(error -> Objection.of(
                                        String.valueOf(error.getMainElementId()),
                                        "engine",
                                        String.valueOf(error.getMessage())))
                                .toList());
            } catch (ProcessEngineException
                    | org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException unreadable) {
                refused.put(
                        file.name(),
                        List.of(Objection.of(file.name(), "engine", String.valueOf(unreadable.getMessage()))));
            }
        }
        return refused;
    }

    private void readDiagram(ReleaseFile file) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            var deployment = new DeploymentEntity();
            deployment.setId("unkept");
            configuration.getDeployers().stream()
                    .filter(BpmnDeployer.class::isInstance)
                    .map(deployer -> ((BpmnDeployer) deployer).getBpmnParser())
                    .findFirst()
                    .orElseThrow()
                    .createParse()
                    .sourceInputStream(new ByteArrayInputStream(file.content()))
                    .deployment(deployment)
                    .name(file.name())
                    .execute();
            return null;
        });
    }
}
