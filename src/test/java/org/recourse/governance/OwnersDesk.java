package org.recourse.governance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** What process owners and those who second them do over HTTP, as Modeler and the page do it. */
public final class OwnersDesk {

    private final TestRestTemplate http;

    public OwnersDesk(TestRestTemplate http) {
        this.http = http;
    }

    /** The product's files by name. */
    public static Map<String, String> product() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (String pattern : new String[] {"/bpmn/*.bpmn", "/bpmn/*.dmn", "/forms/*.form"}) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                    files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsString(UTF_8));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    public static String product(String name) {
        return Objects.requireNonNull(product().get(name), name);
    }

    /** As Modeler sends the file that is open. */
    public ResponseEntity<JsonNode> sends(String user, String name, String content) {
        return sends(user, Map.of(name, content));
    }

    public ResponseEntity<JsonNode> sends(String user, Map<String, String> files) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "changed");
        parts.add("deployment-source", "Camunda Modeler");
        parts.add("enable-duplicate-filtering", "true");
        parts.add("deploy-changed-only", "true");
        files.forEach((name, content) -> parts.add(name, new ByteArrayResource(content.getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        return as(user).postForEntity("/engine-rest/deployment/create", parts, JsonNode.class);
    }

    public ResponseEntity<JsonNode> asks(String user, String path) {
        return as(user).getForEntity(path, JsonNode.class);
    }

    public ResponseEntity<JsonNode> posts(String user, String path, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return as(user).exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
    }

    public ResponseEntity<JsonNode> publishes(String user, int release) {
        return posts(user, "/api/releases/" + release + "/publication", "{\"note\":\"It is in order.\"}");
    }

    public ResponseEntity<JsonNode> rejects(String user, int release) {
        return posts(user, "/api/releases/" + release + "/rejection", "{\"reason\":\"Not now.\"}");
    }

    /** Only what the jar brought is left, as if nobody had ever sent anything: other tests count versions. */
    public static void clears(ProcessEngine engine, JdbcClient jdbc) {
        jdbc.sql("select deployment from process_release where number > 1 and deployment is not null")
                .query(String.class)
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
        jdbc.sql("delete from release_file where number > 1").update();
        jdbc.sql("update process_release set base = null").update();
        jdbc.sql("delete from process_release where number > 1").update();
        jdbc.sql("update process_release set state = 'live'").update();
    }

    public JsonNode releases() {
        return Objects.requireNonNull(asks("owner1", "/api/releases").getBody());
    }

    public JsonNode live() {
        return inState("live");
    }

    public JsonNode draft() {
        return inState("draft");
    }

    public int draftNumber() {
        return draft().path("number").asInt();
    }

    private JsonNode inState(String state) {
        for (JsonNode release : releases()) {
            if (release.path("state").asText().equals(state)) {
                return release;
            }
        }
        throw new AssertionError("no release is " + state);
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "demo");
    }
}
