package org.recourse.engine.jobs;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.recourse.text.Speech;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a command again when somebody else changed the same case, or entered the same thing, at the same moment: a person
 * and a job, or two people.
 * What still conflicts after a few tries is told as 409.
 */
public class ConflictRetry extends CommandInterceptor {

    private static final int TRIES = 4;

    private final Speech speech;

    public ConflictRetry(Speech speech) {
        this.speech = speech;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (isPartOfSomethingLarger()) {
            return next.execute(command);
        }
        for (int tried = 1; ; tried++) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException | ConcurrencyFailureException | DuplicateKeyException conflict) {
                if (tried == TRIES) {
                    throw conflict(conflict);
                }
                pause(tried);
            }
        }
    }

    /** Only a whole transaction can be repeated; a job is repeated by the job executor. */
    private static boolean isPartOfSomethingLarger() {
        return Context.getCommandContext() != null
                || Context.getJobExecutorContext() != null
                || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private RestException conflict(RuntimeException cause) {
        return new RestException(Status.CONFLICT, cause, speech.say("engine.conflict"));
    }

    private static void pause(int tried) {
        try {
            Thread.sleep(20L * tried);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
