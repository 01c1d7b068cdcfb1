package org.recourse.governance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.recourse.identity.Roles;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/**
 * Looks at every deployment before the engine does, whoever makes it and by whatever way: REST, Java or start-up. It works
 * inside the transaction of the deployment: when it refuses, nothing is stored.
 */
@Component
class DeploymentGuard implements Deployer {

    static final int MOST_BYTES = 1_000_000;
    private static final int MOST_FILES = 100;

    private final DiagramRules diagrams;
    private final TableRules tables = new TableRules();
    private final FormRules forms = new FormRules();
    private final Speech speech;

    DeploymentGuard(DiagramRules diagrams, Speech speech) {
        this.speech = speech;
        this.diagrams = diagrams;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        demandProcessOwner();
        var refused = new TreeMap<String, List<Objection>>();
        if (deployment.getResources().size() > MOST_FILES) {
            refused.put("deployment", List.of(tooMany(deployment.getResources().size())));
        }
        deployment.getResources().values().forEach(file -> check(file, refused));
        if (!refused.isEmpty()) {
            throw new DeploymentRefused(refused, speech);
        }
    }

    /** Nobody is logged in at start-up and in the application's own calls. */
    private void demandProcessOwner() {
        var user = Context.getCommandContext().getAuthentication();
        if (user != null && (user.getGroupIds() == null || !user.getGroupIds().contains(Roles.PROCESS_OWNER))) {
            throw new AuthorizationException(speech.say("governance.only-process-owners"));
        }
    }

    private void check(ResourceEntity file, Map<String, List<Objection>> refused) {
        var reasons = reasons(file.getName(), file.getBytes());
        if (!reasons.isEmpty()) {
            refused.put(file.getName(), reasons);
        }
    }

    private List<Objection> reasons(String name, byte[] content) {
        if (content.length > MOST_BYTES) {
            return List.of(Objection.of(name, "file-too-large", MOST_BYTES));
        }
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return diagrams.check(name, content);
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            return tables.check(name, content);
        }
        if (name.endsWith(".form")) {
            return forms.check(name, content);
        }
        return List.of(Objection.of(name, "other-file"));
    }

    private static Objection tooMany(int files) {
        return Objection.of("deployment", "too-many-files", files, MOST_FILES);
    }
}
