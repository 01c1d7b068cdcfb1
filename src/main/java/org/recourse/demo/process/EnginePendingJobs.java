package org.recourse.demo.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.recourse.demo.PendingJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the job executor work, woken up at once; where it is switched off the jobs are run here. */
@Component
@Profile("demo")
class EnginePendingJobs implements PendingJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EnginePendingJobs.class);
    private static final long GLANCE_MILLIS = 20;

    private final ProcessEngine engine;

    EnginePendingJobs(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void setOffset(long millis) {
        ClockUtil.offset(millis);
    }

    @Override
    public Optional<Instant> nextDue(Instant now, Instant until) {
        return jobs(waiting().duedateHigherThan(Date.from(now)).duedateLowerThan(Date.from(until.plusMillis(1))))
                .map(job -> Objects.requireNonNull(job.getDuedate()).toInstant())
                .min(Comparator.naturalOrder());
    }

    @Override
    public boolean workOff(long patienceMillis) {
        long deadline = System.nanoTime() + Duration.ofMillis(patienceMillis).toNanos();
        List<Job> due = due();
        while (!due.isEmpty() && System.nanoTime() < deadline) {
            work(due);
            due = due();
        }
        return due.isEmpty();
    }

    private void work(List<Job> due) {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (executor.isActive()) {
            executor.jobWasAdded();
            pause();
        } else {
            run(due.get(0).getId());
        }
    }

    /** A failure is counted and dated by the engine, as if its executor had run the job. */
    private void run(String jobId) {
        try {
            management().executeJob(jobId);
        } catch (RuntimeException failed) {
            LOG.debug("Job {} failed", jobId, failed);
        }
    }

    private List<Job> due() {
        return jobs(waiting().executable())
                .sorted(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private JobQuery waiting() {
        return management().createJobQuery().active().withRetriesLeft();
    }

    /** Cleaning up history is nobody's appointment; it would be met every few minutes of every night. */
    private static Stream<Job> jobs(JobQuery query) {
        return query.listPage(0, 1000).stream()
                .filter(job -> !HistoryCleanupJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType()));
    }

    private ManagementService management() {
        return engine.getManagementService();
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
