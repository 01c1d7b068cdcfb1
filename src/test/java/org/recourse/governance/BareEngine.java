package org.recourse.governance;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** Camunda as it is delivered, with none of our guards: what succeeds here is what they are for. */
final class BareEngine {

    private BareEngine() {}

    static ProcessEngine start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:bare-" + UUID.randomUUID());
        configuration.setProcessEngineName("bare-" + UUID.randomUUID());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        return configuration.buildProcessEngine();
    }
}
