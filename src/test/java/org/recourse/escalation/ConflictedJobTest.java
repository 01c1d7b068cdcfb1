package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.SERVICE_TASK_CONFIRM_TO_CUSTOMER;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.model.CustomerEscalationIds;
import org.springframework.dao.OptimisticLockingFailureException;

/** A job and a person who work on one case at the same moment: the job has done nothing wrong and waits for nothing. */
@RecourseApplicationTest
class ConflictedJobTest extends PathsOfACase {

    private Job confirming;

    @BeforeEach
    void aConfirmationIsDue() {
        agent1.opens();
        agent1.listens();
        agent1.restates();
        agent1.proposes("We refund it.");
        engine.getIdentityService().setAuthentication("agent1", List.of("agent", "team-north", "team-north-agent"));
        engine.getFormService()
                .submitTaskForm(
                        the.task(USER_TASK_CHECK_AGREEMENT).getId(),
                        Map.of("customerAnswer", "agreed", "callState", "goes-on"));
        engine.getIdentityService().clearAuthentication();
        confirming = engine
                .getManagementService()
                .createJobQuery()
                .activityId(SERVICE_TASK_CONFIRM_TO_CUSTOMER)
                .processDefinitionKey(CustomerEscalationIds.PROCESS)
                .list()
                .stream()
                .max((one, other) -> one.getCreateTime().compareTo(other.getCreateTime()))
                .orElseThrow();
    }

    @Test
    void a_job_that_met_somebody_runs_again_at_once_and_loses_no_try() {
        Job after = failed(new OptimisticLockingFailureException("R-EU-2026-1 was changed by somebody else just now"));

        assertThat(after.getRetries()).isEqualTo(confirming.getRetries());
        assertThat(after.getExceptionMessage()).isNull();
        assertThat(due(after)).isBeforeOrEqualTo(the.now());
        the.jobsRun();
        assertThat(the.steps()).contains(USER_TASK_KEEP_PROMISE);
    }

    @Test
    void a_job_that_failed_waits_and_loses_a_try() {
        Job after = failed(new IllegalStateException("the mail server is down"));

        assertThat(after.getExceptionMessage()).contains("mail server");
        assertThat(after.getRetries()).isEqualTo(4);
        assertThat(due(after)).isEqualTo(the.now().plus(Duration.ofSeconds(10)));
    }

    private Job failed(Throwable failure) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration
                .getCommandExecutorTxRequired()
                .execute(configuration.getFailedJobCommandFactory().getCommand(confirming.getId(), failure));
        return engine.getManagementService()
                .createJobQuery()
                .jobId(confirming.getId())
                .singleResult();
    }

    private static Instant due(Job job) {
        return (job.getDuedate() == null ? job.getCreateTime() : job.getDuedate()).toInstant();
    }
}
