package org.recourse.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.flywaydb.core.Flyway;
import org.recourse.engine.jobs.ConflictedJobs;
import org.recourse.engine.jobs.PromptJobs;
import org.recourse.engine.tasks.TaskListStatements;
import org.recourse.engine.tasks.TaskLists;
import org.recourse.engine.tasks.UnexpectedMapping;
import org.recourse.engine.timers.TimerLag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the engine fast where its own ways stand in the way of very many open cases (docs/performance.md). */
@Component
class EngineTuning extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(EngineTuning.class);

    private final TimerLag timerLag;

    EngineTuning(TimerLag timerLag) {
        this.timerLag = timerLag;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistoryEventHandler(new CompositeHistoryEventHandler(new ReadHistory(), timerLag));
        // With a due date always there and an index on it, looking for due jobs does not read those of next week.
        configuration.setEnsureJobDueDateNotNull(true);
        configuration.setJobExecutorAcquireByDueDate(true);
        List<SessionFactory> factories = configuration.getCustomSessionFactories() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomSessionFactories());
        factories.add(new PromptJobs.Factory());
        configuration.setCustomSessionFactories(factories);
        configuration.setFailedJobCommandFactory(new ConflictedJobs());
        ConflictedJobs.logQuietly();
    }

    /** An engine whose mapping was not read yet keeps its own, slower lists. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        try {
            TaskListStatements.addTo(configuration.getSqlSessionFactory().getConfiguration());
            configuration.getSessionFactories().put(TaskManager.class, new TaskLists.Factory());
        } catch (UnexpectedMapping unexpected) {
            LOG.warn(
                    "Lists of tasks will be slow: the mapping of engine {} is not the one that is known ({})",
                    ProcessEngine.class.getPackage().getImplementationVersion(),
                    unexpected.getMessage());
        }
    }

    /** After the engine has made its tables; each node waits for the one that is at it. H2 is for looking around. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        if (DbSqlSessionFactory.POSTGRES.equals(configuration.getDatabaseType())) {
            Flyway.configure()
                    .dataSource(configuration.getDataSource())
                    .locations("classpath:db/engine")
                    .table("flyway_engine_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }
}
