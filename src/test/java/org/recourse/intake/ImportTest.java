package org.recourse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code POST /api/imports} over real HTTP: complaints as they come, and everything else that people send. */
@RecourseApplicationTest
@Tag("R22")
class ImportTest {

    private static final int LONGEST_STORY = 20_000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void real_complaints_become_one_case_each_with_their_whole_story_and_none_the_second_time() throws Exception {
        byte[] file = Csv.real("complaints.csv");
        JsonNode first = imported(file);

        assertThat(counts(first)).isEqualTo("261 opened, 0 known, 0 refused");
        assertThat(counts(imported(file))).isEqualTo("0 opened, 261 known, 0 refused");
        List<CSVRecord> rows = Csv.records(file);
        assertThat(rows).hasSize(261);
        assertThat(rows).filteredOn(row -> story(row).length() > 4000).hasSize(2);
        for (CSVRecord row : rows) {
            assertThat(storyOf(row.get("Complaint ID"))).isEqualTo(story(row));
        }
        Map<String, Object> one = caseOf(rows.get(0).get("Complaint ID"));
        assertThat(one)
                .containsEntry("channel", "web")
                .containsEntry("team", "team-north")
                .containsEntry("mood_start", null);
    }

    @Test
    void equal_rows_without_a_number_are_different_complaints() throws Exception {
        String unique = UUID.randomUUID().toString();
        List<String> row = Csv.row("", unique);
        String twice = Csv.of(List.of(row, row));

        assertThat(counts(imported(twice))).isEqualTo("2 opened, 0 known, 0 refused");
        assertThat(counts(imported(twice))).isEqualTo("0 opened, 2 known, 0 refused");
        assertThat(counts(imported(Csv.of(List.of(row, row, row))))).isEqualTo("1 opened, 2 known, 0 refused");
        assertThat(counts(imported(Csv.reversed(List.of(row, row, row))))).isEqualTo("0 opened, 3 known, 0 refused");
    }

    @Test
    void columns_may_stand_in_any_order_and_stories_hold_lines_and_quotation_marks() throws Exception {
        String id = id();
        String story = "He said \"no\".\nTwice.\n\nAnd then, \"never\", he hung up; grüß Gott \uD83D\uDE21";
        assertThat(counts(imported("\uFEFF" + Csv.reversed(List.of(Csv.row(id, story))))))
                .isEqualTo("1 opened, 0 known, 0 refused");
        assertThat(storyOf(id)).isEqualTo(story);
    }

    @Test
    void a_bad_row_is_reported_with_its_line_and_stops_nothing() throws Exception {
        List<String> ids = List.of(id(), id(), id());
        String file = Csv.of(List.of(
                        Csv.row(ids.get(0), "fine\nover two lines"),
                        Csv.row(ids.get(1), "a".repeat(30_000)),
                        List.of("27 June", "Mortgage", "Issue", "date", "Web", id()),
                        List.of("2023-06-27", "", "Issue", "no product", "Web", id()),
                        List.of("2023-06-27", "Mortgage", "Issue", "way", "Pigeon", id()),
                        List.of("2023-06-27", "Mortgage", "", "", "Web", id()),
                        Csv.row("no; number", "number"),
                        Csv.row(ids.get(2), "a".repeat(LONGEST_STORY))))
                + "2023-06-27,Mortgage,too few\r\n"
                + "2023-06-27,Mortgage,\"a quote\"that is wrong,story,Web,1\r\n";
        JsonNode answer = imported(file);

        assertThat(StreamSupport.stream(answer.get("refused").spliterator(), false)
                        .map(refused -> refused.get("line").asInt() + " "
                                + refused.get("reason").asText()))
                .containsExactly(
                        "4 Consumer complaint narrative: has 30,000 characters; at most 20,000 are taken.",
                        "5 Date received: \"27 June\" is not a day such as 2026-11-24 or 24.11.2026.",
                        "6 Product: is missing.",
                        "7 Submitted via: \"Pigeon\" is no way we know; these are: Web, Phone, Postal mail, Fax, Email, Web Referral, Referral.",
                        "8 Issue: is missing, and there is no narrative either: nobody knows what it is about.",
                        "9 Complaint ID: \"no; number\" is no number of a complaint.",
                        "11 The row has 3 values where the first line names 6 columns.",
                        "12 The row cannot be read: a quotation mark is missing or stands in the wrong place.");
        assertThat(counts(answer)).isEqualTo("2 opened, 0 known, 8 refused");
        assertThat(storyOf(ids.get(2))).hasSize(LONGEST_STORY);
    }

    @Test
    @Tag("R27")
    void why_a_row_is_refused_is_said_in_the_readers_language_and_quotes_what_stands_in_it() throws Exception {
        byte[] file = bytes(Csv.of(List.of(List.of("is open.", "p", "i", "s", "Web", ""))));
        HttpResponse<String> answer = http.send(
                request("supervisor1", "text/csv")
                        .header("Accept-Language", "de")
                        .POST(BodyPublishers.ofByteArray(file))
                        .build(),
                BodyHandlers.ofString());

        assertThat(json.readTree(answer.body()).at("/refused/0/reason").asText())
                .isEqualTo("Date received: „is open.“ ist kein Tag wie 2026-11-24 oder 24.11.2026.");
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(json.readTree(get("supervisor1", location).body())
                        .at("/refused/0/reason")
                        .asText())
                .isEqualTo("Date received: \"is open.\" is not a day such as 2026-11-24 or 24.11.2026.");
    }

    @Test
    void how_far_an_import_is_can_be_read_while_it_goes_on_and_afterwards() throws Exception {
        List<List<String>> rows = Collections.nCopies(60, List.of("no date", "p", "i", "s", "Web", ""));
        HttpResponse<String> answer =
                post("supervisor1", "text/csv", Csv.of(rows).getBytes(StandardCharsets.UTF_8));
        String location = answer.headers().firstValue("Location").orElseThrow();

        assertThat(jdbc.sql("select refused from import_run where id = ?")
                        .param(Long.valueOf(location.replaceAll("\\D", "")))
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        JsonNode report = json.readTree(get("supervisor1", location).body());
        assertThat(report.at("/run/line").asInt()).isEqualTo(61);
        assertThat(report.at("/run/endedAt").asText()).isNotEmpty();
        assertThat(report.get("refused")).hasSize(60);
        assertThat(get("agent1", location).statusCode()).isEqualTo(403);
        assertThat(get("manager1", location).statusCode()).isEqualTo(200);
        assertThat(get("supervisor2", location).statusCode())
                .as("another team's")
                .isEqualTo(404);
        String run = "\"id\":" + location.replaceAll("\\D", "") + ",";
        assertThat(get("supervisor1", "/api/imports").body()).contains(run);
        assertThat(get("supervisor2", "/api/imports").body()).doesNotContain(run);
    }

    @Test
    void what_is_no_file_of_complaints_is_refused_as_a_whole_with_a_sentence() throws Exception {
        refused(new byte[0], "is empty. Send a CSV file whose first line names the columns.");
        refused(
                bytes("a,b\r\n1,2\r\n"),
                "has no column named \"Date received\", \"Product\", \"Issue\"."
                        + " The first line names the columns, separated by commas, semicolons or tabs, in any order.");
        refused(bytes("Date received,Product,Issue,product\r\n"), "has two columns named \"product\".");
        refused(zip(), "is an archive or a workbook (zip), not CSV. Unpack it, or save the sheet as CSV UTF-8.");
        String umlauts = Csv.of(List.of(Csv.row(id(), "fine"), Csv.row(id(), "schön")));
        refused(
                umlauts.getBytes(StandardCharsets.ISO_8859_1),
                "is written neither in UTF-8 nor in UTF-16 with its mark (line 3). Save it in Excel as \"CSV UTF-8\""
                        + " or as \"Unicode text\" and send it again; nothing was imported.");
    }

    @Test
    void an_encoding_that_is_named_wrongly_and_another_kind_of_content_are_refused() throws Exception {
        byte[] file = bytes(Csv.of(List.of(Csv.row(id(), "fine"))));

        HttpResponse<String> windows = post("supervisor1", "text/csv;charset=windows-1252", file);
        assertThat(windows.statusCode()).isEqualTo(400);
        assertThat(windows.body()).contains("is said to be written in windows-1252; UTF-8 and UTF-16 are taken.");
        assertThat(post("supervisor1", "text/csv;charset=klingon", file).statusCode())
                .isIn(400, 415);
        HttpResponse<String> archive = post("supervisor1", "application/zip", file);
        assertThat(archive.statusCode()).isEqualTo(415);
        assertThat(archive.body()).contains("application/zip is not taken here", "Content-Type: text/csv");
        assertThat(post("supervisor1", "text/csv; charset=utf-8; header=present", file)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void two_hundred_megabytes_are_refused_and_nothing_of_them_is_imported() throws Exception {
        long runs = runs();
        byte[] block = bytes((Csv.row("", "y".repeat(1000)).toString() + "\n").repeat(900));
        long blocks = 200L * 1024 * 1024 / block.length;
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream(bytes(Csv.of(List.of()))),
                new SequenceInputStream(Collections.enumeration(java.util.stream.LongStream.range(0, blocks)
                        .mapToObj(n -> new ByteArrayInputStream(block))
                        .toList())));
        HttpResponse<String> answer = http.send(
                request("supervisor1", "text/csv")
                        .POST(BodyPublishers.ofInputStream(() -> file))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json.readTree(answer.body()).get("detail").asText())
                .isEqualTo("The file is larger than 50 MB, which is the most that is taken at once."
                        + " Nothing was imported; divide it and send the parts.");
        assertThat(runs()).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent1", "auditor1", "operator1", "owner1"})
    void imports_are_for_supervisors_managers_and_integrations(String person) throws Exception {
        assertThat(post(person, "text/csv", bytes(Csv.of(List.of()))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_team_that_does_not_exist_is_refused_by_name() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/imports?team=team-west"))
                        .header("Authorization", login("supervisor1"))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(Csv.of(List.of(Csv.row(id(), "fine")))))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("field").asText()).isEqualTo("team");
    }

    private void refused(byte[] file, String because) throws IOException, InterruptedException {
        long runs = runs();
        HttpResponse<String> answer = post("supervisor2", "text/csv", file);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("detail").asText()).isEqualTo("file: " + because);
        assertThat(runs()).isEqualTo(runs);
    }

    private long runs() {
        return jdbc.sql("select count(*) from import_run").query(Long.class).single();
    }

    private JsonNode imported(String file) throws IOException, InterruptedException {
        return imported(bytes(file));
    }

    private JsonNode imported(byte[] file) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("supervisor1", "text/csv", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static String counts(JsonNode answer) {
        return "%d opened, %d known, %d refused"
                .formatted(
                        answer.get("opened").asInt(),
                        answer.get("known").asInt(),
                        answer.get("refused").size());
    }

    private static String story(CSVRecord row) {
        return row.get("Consumer complaint narrative").strip();
    }

    private String storyOf(String complaint) {
        return String.valueOf(caseOf(complaint).get("story"));
    }

    private Map<String, Object> caseOf(String complaint) {
        return jdbc.sql("""
                        select c.* from escalation_case c
                        join import_row r on r.case_number = c.case_number where r.row_key = ?""").param("id/" + complaint).query().singleRow();
    }

    private HttpResponse<String> post(String person, String type, byte[] file)
            throws IOException, InterruptedException {
        return http.send(
                request(person, type).POST(BodyPublishers.ofByteArray(file)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String person, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", login(person))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String person, String type) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/imports"))
                .header("Authorization", login(person))
                .header("Content-Type", type);
    }

    private static String login(String person) {
        return "Basic " + Base64.getEncoder().encodeToString(bytes(person + ":demo"));
    }

    private static String id() {
        return "T-" + UUID.randomUUID().toString().substring(0, 20);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("complaints.csv"));
            zip.write(Csv.real("complaints.csv"), 0, 1000);
        }
        return bytes.toByteArray();
    }
}
