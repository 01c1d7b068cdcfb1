package org.recourse.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** Whoever can deploy could run code. */
@Tag("B6")
@RecourseApplicationTest
class DeploymentGuardTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    RepositoryService repositoryService;

    @ParameterizedTest
    @MethodSource("org.recourse.governance.Trojans#all")
    void nothing_of_a_trojan_is_deployed_over_rest(Trojan trojan) {
        var before = repositoryService.createDeploymentQuery().count();

        var answer = deploy("owner1", trojan.file(), trojan.bytes());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("ParseException", trojan.file(), trojan.told());
        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("org.recourse.governance.Trojans#all")
    void nor_from_java(Trojan trojan) {
        var before = repositoryService.createDeploymentQuery().count();

        assertThatThrownBy(() -> repositoryService
                        .createDeployment()
                        .addString(trojan.file(), trojan.content())
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(trojan.told());

        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void with_the_guard_taken_out_they_are_deployed_and_run() {
        var before = Burglar.entered();
        var engine = BareEngine.start();
        try {
            Trojans.running().forEach(trojan -> {
                engine.getRepositoryService()
                        .createDeployment()
                        .addString(trojan.file(), trojan.content())
                        .deploy();
                engine.getRuntimeService().startProcessInstanceByKey("Trojan", Map.of("x", "a"));
            });
            assertThat(Burglar.entered()).isEqualTo(before + Trojans.running().count());
        } finally {
            engine.close();
        }
    }

    @Test
    void all_reasons_are_told_at_once() {
        var answer = deploy("owner1", "Trojan.bpmn", Trojans.everythingAtOnce().getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getBody())
                .contains("\"mainElementId\":\"Trojan\"", "time to live", "camunda:class", "unknownDelegate", "Bad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent1", "supervisor1", "manager1", "auditor1", "operator1", "admin"})
    void only_process_owners_deploy(String user) {
        assertThat(deploy(user, "Harmless.bpmn", Trojans.HARMLESS.getBytes(StandardCharsets.UTF_8))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_step_that_nobody_could_work_is_no_trojan_and_yet_refused() {
        var answer = deploy("owner1", "Harmless.bpmn", Trojans.HARMLESS.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("the human step has no form");
    }

    @Test
    void our_own_diagrams_tables_and_forms_pass() {
        assertThatCode(() -> repositoryService
                        .createDeploymentQuery()
                        .list()
                        .forEach(deployment -> repositoryService
                                .createDeployment()
                                .name("again")
                                .addDeploymentResources(deployment.getId())
                                .tenantId("draft")
                                .deploy()))
                .doesNotThrowAnyException();
        repositoryService
                .createDeploymentQuery()
                .deploymentName("again")
                .list()
                .forEach(deployment -> repositoryService.deleteDeployment(deployment.getId(), true));
    }

    private ResponseEntity<String> deploy(String user, String name, byte[] content) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "trojan");
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return http.withBasicAuth(user, "demo").postForEntity("/engine-rest/deployment/create", parts, String.class);
    }
}
