package org.recourse.governance.release;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.text.Speech;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What people deploy, by whatever way, becomes a draft; the engine hears of it when it is published. What the application
 * itself deploys is deployed.
 */
final class UploadRepository extends RepositoryServiceImpl {

    private final ObjectProvider<OwnDrafts> drafts;
    private final CurrentUser user;
    private final Speech speech;

    UploadRepository(ObjectProvider<OwnDrafts> drafts, CurrentUser user, Speech speech) {
        this.drafts = drafts;
        this.user = user;
        this.speech = speech;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl sent) {
        return user.id().isSystem() ? super.deployWithResult(sent) : commandExecutor.execute(context -> receive(sent));
    }

    private DeploymentWithDefinitions receive(DeploymentBuilderImpl sent) {
        if (!user.hasRole(Roles.PROCESS_OWNER)) {
            throw new AuthorizationException(speech.say("governance.only-process-owners"));
        }
        if (!sent.getDeployments().isEmpty()
                || !sent.getDeploymentResourcesById().isEmpty()
                || !sent.getDeploymentResourcesByName().isEmpty()) {
            throw new AuthorizationException(speech.say("release.restore-instead"));
        }
        DeploymentEntity deployment = sent.getDeployment();
        List<ReleaseFile> files = deployment.getResources() == null
                ? List.of()
                : deployment.getResources().values().stream()
                        .map(file -> new ReleaseFile(file.getName(), file.getBytes()))
                        .toList();
        String note = deployment.getName() == null ? "" : deployment.getName();
        int draft = drafts.getObject().receive(user.id(), note, files);
        return answer(draft, deployment);
    }

    private static DeploymentWithDefinitions answer(int draft, DeploymentEntity sent) {
        var answer = new DeploymentEntity();
        answer.setId("release-" + draft);
        answer.setName(sent.getName());
        answer.setSource(sent.getSource());
        answer.setDeploymentTime(ClockUtil.getCurrentTime());
        return answer;
    }
}
