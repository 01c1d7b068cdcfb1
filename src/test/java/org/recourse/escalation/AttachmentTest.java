package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Files of a case over real HTTP: what they are counts, not what they say they are (R22). */
@RecourseApplicationTest
@Tag("R22")
class AttachmentTest extends PathsOfACase {

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROGRAM = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4}, 512);

    @BeforeEach
    void a_case() {
        agent1.opens();
    }

    @Test
    void a_file_is_added_listed_in_the_case_file_and_given_back_as_it_was() {
        Map<String, Object> added =
                Objects.requireNonNull(add("agent1", "C:\\scans\\Rechnung ä.pdf", "application/pdf", PDF)
                        .getBody());
        ResponseEntity<byte[]> back = http.withBasicAuth("supervisor1", "demo")
                .getForEntity(attachments() + "/" + added.get("id"), byte[].class);

        assertThat(added)
                .containsEntry("name", "Rechnung ä.pdf")
                .containsEntry("type", "application/pdf")
                .containsEntry("size", PDF.length);
        assertThat(back.getBody()).isEqualTo(PDF);
        assertThat(back.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(back.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(http.withBasicAuth("agent1", "demo").getForObject("/api/cases/" + the.number(), String.class))
                .contains("Rechnung ä.pdf");
        assertThat(the.record()).anyMatch(line -> line.startsWith("agent1 POST attachments attached"));
    }

    @Test
    void a_file_that_lies_about_its_type_is_refused() throws IOException {
        refusedFile(
                add("agent1", "photo.png", "image/png", PDF),
                "says that it is image/png, but its content is application/pdf");
        refusedFile(add("agent1", "bill.pdf", "image/png", PDF), "says that it is image/png");
        refusedFile(add("agent1", "bill.pdf", "application/pdf", PROGRAM), "only these are taken");
        refusedFile(add("agent1", "letter.txt", "text/plain", PROGRAM), "only these are taken");
        refusedFile(
                add(
                        "agent1",
                        "letter.txt",
                        "text/plain",
                        "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)),
                "only these are taken");
        refusedFile(add("agent1", "page.html", "text/html", "just words".getBytes(StandardCharsets.UTF_8)), "");
        refusedFile(add("agent1", "all.zip", "application/zip", zip()), "only these are taken");
        assertThat(the.all("name", "attachment")).isEmpty();
    }

    @Test
    void an_empty_and_a_too_large_file_are_refused_with_a_sentence() {
        refusedFile(add("agent1", "empty.txt", "text/plain", new byte[0]), "is empty");
        byte[] large = Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1);
        ResponseEntity<Map<String, Object>> answer = add("agent1", "large.pdf", "application/pdf", large);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(String.valueOf(Objects.requireNonNull(answer.getBody()).get("detail")))
                .contains("larger than 10 MB");
        assertThat(add("agent1", "just.pdf", "application/pdf", Arrays.copyOf(PDF, 10 * 1024 * 1024))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void files_are_for_those_who_have_business_with_the_case() {
        Object id = Objects.requireNonNull(
                        add("agent1", "bill.pdf", "application/pdf", PDF).getBody())
                .get("id");

        assertThat(add("agent3", "bill.pdf", "application/pdf", PDF).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(add("auditor1", "bill.pdf", "application/pdf", PDF).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(http.withBasicAuth("agent3", "demo")
                        .getForEntity(attachments() + "/" + id, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(http.withBasicAuth("agent1", "demo")
                        .getForEntity(attachments() + "/999999", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_card_number_is_hidden_wherever_a_story_comes_in() {
        agent1.leaves(USER_TASK_LISTEN, "lost", "story", "My card 4111-1111-1111-1111, order 88-4711.");
        assertThat(the.field("story")).isEqualTo("My card ****-****-****-1111, order 88-4711.");
        accepted(posts(agent1, "/{case}/contacts", "channel", "email", "story", "Again: 5555555555554444"));

        assertThat(the.record()).noneMatch(line -> line.contains("5555555555554444") || line.contains("4111-1111"));
        assertThat(the.all("words", "contact")).noneMatch(story -> story.contains("5555555555554444"));
    }

    private void refusedFile(ResponseEntity<Map<String, Object>> answer, String because) {
        refused(answer, "file");
        assertThat(String.valueOf(Objects.requireNonNull(answer.getBody()).get("detail")))
                .contains(because);
    }

    private String attachments() {
        return "/api/cases/" + the.number() + "/attachments";
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> add(String person, String name, String type, byte[] content) {
        HttpHeaders part = new HttpHeaders();
        part.setContentType(MediaType.parseMediaType(type));
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add(
                "file",
                new HttpEntity<>(
                        new ByteArrayResource(content) {
                            @Override
                            public String getFilename() {
                                return name;
                            }
                        },
                        part));
        ResponseEntity<Map> answer =
                http.withBasicAuth(person, "demo").postForEntity(attachments(), new HttpEntity<>(form), Map.class);
        return (ResponseEntity) answer;
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(PDF);
        }
        return bytes.toByteArray();
    }
}
