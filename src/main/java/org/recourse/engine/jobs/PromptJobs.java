package org.recourse.engine.jobs;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Lets the node that creates an asynchronous step run it as soon as its transaction has committed. The engine would look
 * for it in the database and lock it there first: two statements and a commit for each step. Here it is born locked. A
 * node that stops before it gets to it leaves it as any locked job: another one takes it when the lock has expired.
 */
public class PromptJobs extends JobManager {

    @Override
    protected void hintJobExecutor(JobEntity job) {
        boolean here = job instanceof MessageEntity
                && !job.isSuspended()
                && isJobDue(job)
                && !isNextOfTheSame(job)
                && runHere(job);
        if (!here) {
            super.hintJobExecutor(job);
        }
    }

    /**
     * Locks the job for this node, which runs it when the transaction has committed.
     *
     * @return whether this node has threads to spare for it
     */
    boolean runHere(JobEntity job) {
        if (!(Context.getProcessEngineConfiguration().getJobExecutor() instanceof SpringJobExecutor executor)
                || !(executor.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads)
                || !executor.isActive()
                || threads.getQueueSize() * 2 > threads.getQueueCapacity()) {
            return false;
        }
        Duration lock = Duration.ofMillis(executor.getLockTimeInMillis());
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(lock)));
        ProcessEngineConfigurationImpl configuration = Context.getProcessEngineConfiguration();
        Runnable run = executor.getExecuteJobsRunnable(List.of(job.getId()), configuration.getProcessEngine());
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> {
                    try {
                        threads.execute(run);
                    } catch (TaskRejectedException full) {
                        configuration.getCommandExecutorTxRequiresNew().execute(new UnlockJobCmd(job.getId()));
                    }
                });
        return true;
    }

    /** The engine itself runs what follows in the same instance, one after the other. */
    private boolean isNextOfTheSame(JobEntity job) {
        JobExecutorContext running = Context.getJobExecutorContext();
        return running != null
                && running.isExecutingExclusiveJob()
                && areInSameProcessInstance(job, running.getCurrentJob());
    }

    /** Takes the place of the engine's own manager. */
    public static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return JobManager.class;
        }

        @Override
        public Session openSession() {
            return new PromptJobs();
        }
    }
}
