package org.recourse.governance.release;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Speech;

/** A deployment is a release: with it would go the cases that stand on it, and their evidence. No person deletes one. */
final class NobodyDeletes extends CommandInterceptor {

    private final CurrentUser user;
    private final Speech speech;

    NobodyDeletes(CurrentUser user, Speech speech) {
        this.user = user;
        this.speech = speech;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean deletes = command instanceof DeleteDeploymentCmd
                || command instanceof AbstractDeleteProcessDefinitionCmd
                || command instanceof DeleteProcessDefinitionsByIdsCmd;
        if (deletes && Context.getCommandContext() == null && !user.id().isSystem()) {
            throw new AuthorizationException(speech.say("release.nobody-deletes"));
        }
        return next.execute(command);
    }
}
