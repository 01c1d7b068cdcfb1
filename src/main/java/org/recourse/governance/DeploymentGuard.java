package org.recourse.governance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/**
 * Looks at every deployment before the engine does, whoever makes it and by whatever way: REST, Java or start-up. It works
 * inside the transaction of the deployment: when it refuses, nothing is stored.
 */
@Component
class DeploymentGuard implements Deployer {

    private static final int MOST_FILES = 100;

    private final FileRules rules;
    private final Speech speech;

    DeploymentGuard(FileRules rules, Speech speech) {
        this.rules = rules;
        this.speech = speech;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var refused = new TreeMap<String, List<Objection>>();
        if (deployment.getResources().size() > MOST_FILES) {
            refused.put("deployment", List.of(tooMany(deployment.getResources().size())));
        }
        deployment.getResources().values().forEach(file -> check(file, refused));
        if (!refused.isEmpty()) {
            throw new DeploymentRefused(refused, speech);
        }
    }

    private void check(ResourceEntity file, Map<String, List<Objection>> refused) {
        var reasons = rules.check(file.getName(), file.getBytes());
        if (!reasons.isEmpty()) {
            refused.put(file.getName(), reasons);
        }
    }

    private static Objection tooMany(int files) {
        return Objection.of("deployment", "too-many-files", files, MOST_FILES);
    }
}
