package org.recourse.engine.gate;

import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.GetUniqueTaskWorkerCountCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.text.Speech;

/**
 * Shuts, for whoever is logged in, what leads around the form gate or what the engine asks no permission for. The
 * application's own work runs inside a command of its own and is not concerned.
 */
public class SideDoors extends CommandInterceptor {

    private static final Set<String> READ_METRICS =
            Set.of(Roles.AUDITOR, Roles.OPERATOR, Roles.MANAGER, Roles.ADMINISTRATOR);
    /** By the key of the sentence that says why. */
    private static final Map<Class<?>, String> SHUT = new LinkedHashMap<>();

    static {
        shut(
                "engine.opened-by-its-form",
                StartProcessInstanceAtActivitiesCmd.class,
                RestartProcessInstancesCmd.class,
                RestartProcessInstancesBatchCmd.class);
        shut(
                "engine.offered-by-the-process",
                AddGroupIdentityLinkCmd.class,
                AddUserIdentityLinkCmd.class,
                DeleteGroupIdentityLinkCmd.class,
                DeleteUserIdentityLinkCmd.class,
                SetTaskOwnerCmd.class);
        shut(
                "engine.comments-belong-to-the-case",
                AddCommentCmd.class,
                CreateAttachmentCmd.class,
                SaveAttachmentCmd.class,
                DeleteAttachmentCmd.class);
    }

    private final CurrentUser user;
    private final Speech speech;

    public SideDoors(CurrentUser user, Speech speech) {
        this.user = user;
        this.speech = speech;
    }

    private static void shut(String key, Class<?>... commands) {
        Stream.of(commands).forEach(command -> SHUT.put(command, key));
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null) {
            demandOpen(command);
        }
        return next.execute(command);
    }

    /** Asks who is logged in only when it matters: the engine's first commands run while there is no login yet. */
    private void demandOpen(Command<?> command) {
        var key = SHUT.get(command.getClass());
        if (key != null && isPerson()) {
            throw new RestException(Status.BAD_REQUEST, speech.say(key));
        }
        if (readsMetrics(command) && isPerson() && READ_METRICS.stream().noneMatch(user::hasRole)) {
            throw new AuthorizationException(speech.say("engine.metrics-forbidden"));
        }
    }

    private static boolean readsMetrics(Command<?> command) {
        return command instanceof MetricsQueryImpl || command instanceof GetUniqueTaskWorkerCountCmd;
    }

    private boolean isPerson() {
        return !user.id().isSystem();
    }
}
