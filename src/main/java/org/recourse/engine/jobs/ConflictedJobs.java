package org.recourse.engine.jobs;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Runs a job again at once when a person, or another job, changed the same case at the same moment: nothing is wrong with
 * it. The engine would give it the pause that is meant for a mail server that is down, and with a conflict that it does not
 * know as one, one of its few tries less.
 */
public class ConflictedJobs implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ConflictedJobs.class);

    /** A conflict is no warning: it is told in one line to whoever wants to hear it. */
    public static void logQuietly() {
        var loud = ExecuteJobHelper.LOGGING_HANDLER;
        ExecuteJobHelper.LOGGING_HANDLER = (job, failure) -> {
            if (isConflict(failure)) {
                LOG.debug("Job {} runs again: {}", job, failure.getMessage());
            } else {
                loud.exceptionWhileExecutingJob(job, failure);
            }
        };
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return isConflict(failure) ? context -> again(jobId, context) : new DefaultJobRetryCmd(jobId, failure);
    }

    /** A node that is too busy, or does not work jobs, leaves it to whoever looks for jobs next. */
    private static @Nullable Object again(String jobId, CommandContext context) {
        JobEntity job = context.getJobManager().findJobById(jobId);
        if (job != null && !((PromptJobs) context.getJobManager()).runHere(job)) {
            job.unlock();
        }
        return job;
    }

    private static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return false;
    }
}
