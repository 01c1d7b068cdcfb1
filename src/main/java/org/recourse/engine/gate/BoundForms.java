package org.recourse.engine.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.recourse.form.FormFields;
import org.springframework.stereotype.Component;

/**
 * What the form declares that a step or a start is bound to. Another version of the form may declare something else, so
 * the file is read from the deployment that the binding leads to.
 */
@Component
class BoundForms {

    private static final String TO_ITS_DEPLOYMENT = "deployment";

    private final ObjectMapper json;
    private final Map<String, FormFields> byDefinition = new ConcurrentHashMap<>();
    private final Map<String, FormFields> byDeployment = new ConcurrentHashMap<>();

    BoundForms(ObjectMapper json) {
        this.json = json;
    }

    FormFields fields(FormData bound) {
        CamundaFormRef ref = bound.getCamundaFormRef();
        String deployment = bound.getDeploymentId();
        // A form of the same deployment never changes, and asking for its definition again would cost a statement a
        // step.
        return TO_ITS_DEPLOYMENT.equals(ref.getBinding())
                ? byDeployment.computeIfAbsent(deployment + "/" + ref.getKey(), key -> found(ref, deployment))
                : found(ref, deployment);
    }

    private FormFields found(CamundaFormRef ref, String deployment) {
        CamundaFormDefinition definition = unrestricted(new GetCamundaFormDefinitionCmd(ref, deployment));
        if (definition == null) {
            return new FormFields(ref.getKey(), Map.of());
        }
        return byDefinition.computeIfAbsent(definition.getId(), id -> read(definition));
    }

    private FormFields read(CamundaFormDefinition definition) {
        try (InputStream file = unrestricted(
                new GetDeploymentResourceCmd(definition.getDeploymentId(), definition.getResourceName()))) {
            Map<String, String> labels = new LinkedHashMap<>();
            addFields(json.readTree(file).path("components"), labels);
            return new FormFields(definition.getKey(), Collections.unmodifiableMap(labels));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Who fills a form in need not be allowed to read deployments. */
    private static <T> T unrestricted(Command<T> command) {
        return Context.getCommandContext().runWithoutAuthorization(command);
    }

    /** A group or list with a path sends what is in it as one answer; so does a key with dots. */
    private static void addFields(JsonNode components, Map<String, String> labels) {
        for (JsonNode component : components) {
            String key = component.path("key").asText(component.path("path").asText(""));
            if (!key.isBlank()) {
                String answer = key.split("\\.", 2)[0];
                labels.putIfAbsent(answer, label(component, answer));
            }
            if (component.path("path").asText("").isBlank()) {
                addFields(component.path("components"), labels);
            }
        }
    }

    /** A label that is an expression says nothing without the form's data. */
    private static String label(JsonNode component, String key) {
        String label = component.path("label").asText("").strip();
        return label.isEmpty() || label.startsWith("=") ? key : label;
    }
}
