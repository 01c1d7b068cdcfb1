package org.recourse.engine.gate;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.recourse.text.Speech;

/**
 * Says over REST what the caller did wrong. By itself the engine tells a step that went past its form, and a step that is
 * not open any more, as errors of the server. Leaving a step by an error or an escalation of the diagram has no listener
 * that could ask for the form: it is refused here.
 */
public class PlainRefusals extends CommandInterceptor {

    /** The engine's words when a step of a running process is deleted. */
    private static final String STEP_BELONGS_TO_A_CASE = "is part of a running process";

    /** The engine's words when a value is a Java object in its own format. */
    private static final String JAVA_OBJECT = "Java serialization format is prohibited";

    /** And when a value names a class that it must not become. */
    private static final String FORBIDDEN_CLASS = "Cannot deserialize object in variable";

    private final Speech speech;

    public PlainRefusals(Speech speech) {
        this.speech = speech;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            throw new RestException(Status.BAD_REQUEST, speech.say("engine.left-by-its-form"));
        }
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (NotThroughItsForm refused) {
            throw new RestException(Status.BAD_REQUEST, refused, speech.say(refused.saying()));
        } catch (NullValueException missing) {
            throw isAboutATask(missing)
                    ? new RestException(Status.NOT_FOUND, missing, speech.say("engine.step-is-gone"))
                    : missing;
        } catch (TaskAlreadyClaimedException held) {
            throw new RestException(Status.CONFLICT, held, speech.say("engine.step-is-held"));
        } catch (ProcessEngineException wrapped) {
            var cause = wrapped.getCause();
            if (cause instanceof NotThroughItsForm refused) {
                throw new RestException(Status.BAD_REQUEST, wrapped, speech.say(refused.saying()));
            }
            if (cause instanceof BadUserRequestException) {
                throw new RestException(Status.BAD_REQUEST, wrapped, cause.getMessage());
            }
            if (String.valueOf(wrapped.getMessage()).endsWith(STEP_BELONGS_TO_A_CASE)) {
                throw new RestException(Status.BAD_REQUEST, wrapped, speech.say("engine.left-by-its-form"));
            }
            if (String.valueOf(wrapped.getMessage()).endsWith(JAVA_OBJECT)
                    || String.valueOf(wrapped.getMessage()).startsWith(FORBIDDEN_CLASS)) {
                throw new RestException(Status.BAD_REQUEST, wrapped, speech.say("engine.no-java-objects"));
            }
            throw wrapped;
        }
    }

    private static boolean isAboutATask(NullValueException missing) {
        return String.valueOf(missing.getMessage()).endsWith("task is null");
    }
}
