package org.recourse.governance.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.recourse.model.CustomerEscalationIds;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the engine knows of releases: the whole set of each is one deployment, made when it goes live. */
@Component
class LiveDeployment {

    private final ProcessEngine engine;

    LiveDeployment(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** @return the deployment that is now the latest of everything in it */
    String deploy(int number, FileSet set) {
        var builder = (DeploymentBuilderImpl) engine.getRepositoryService().createDeployment();
        builder.name("Release " + number);
        set.all()
                .forEach(file -> builder.addString(
                        file.name(),
                        new String(
                                Stamp.on(file.name(), file.content(), number),
                                java.nio.charset.StandardCharsets.UTF_8)));
        return unrestricted(new DeployCmd(builder)).getId();
    }

    /** How many cases stand on each deployment; one statement for all of them. */
    Map<String, Integer> cases() {
        List<ProcessDefinitionStatistics> all = unrestricted(context -> engine.getManagementService()
                .createProcessDefinitionStatisticsQuery()
                .list());
        Map<String, Integer> cases = new LinkedHashMap<>();
        all.stream()
                .filter(definition -> definition.getKey().equals(CustomerEscalationIds.PROCESS))
                .forEach(definition ->
                        cases.merge(definition.getDeploymentId(), definition.getInstances(), Integer::sum));
        return cases;
    }

    private <T> T unrestricted(Command<T> command) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> command.execute(context)));
    }
}
