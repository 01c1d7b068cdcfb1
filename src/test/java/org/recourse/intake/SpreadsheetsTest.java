package org.recourse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same files over HTTP as spreadsheets of different countries and other systems write them, and back again. */
@RecourseApplicationTest
@Tag("R22")
class SpreadsheetsTest {

    private static final String COMPLAINTS = "/api/imports?team=team-north";
    private static final String CUSTOMERS = "/api/customers/import";
    private static final String VOLUMES = "/api/imports/volumes";
    private static final String MARK = "\uFEFF";

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "';', UTF-8, ''",
        "';', UTF-8, MARK",
        "';', UTF-16LE, MARK",
        "',', UTF-16BE, MARK",
        "TAB, UTF-16LE, MARK",
        "TAB, UTF-8, ''",
        "',', UTF-8, 'sep=,'",
        "';', UTF-8, sep=;"
    })
    void the_separator_and_the_encoding_are_those_of_the_file(String separator, Charset charset, String begin) {
        String id = id();
        String rows = """
                Date received|Product|Issue|Consumer complaint narrative|Submitted via|Complaint ID|
                24.11.2025|Girokonto; Karte|Gebühr, zweimal|Größer als ein Euro|Phone|%s|
                """.formatted(id).replace("|", "\u0001");
        String file = rows.lines()
                .map(line -> Arrays.stream(line.split("\u0001", -1))
                        .map(cell -> cell.isEmpty() ? "" : '"' + cell + '"')
                        .collect(Collectors.joining(separator.replace("TAB", "\t"))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        String said = begin.startsWith("sep") ? begin + "\r\n" : begin.replace("MARK", MARK);

        JsonNode answer = taken(COMPLAINTS, (said + file).getBytes(charset));

        assertThat(answer.path("opened").asInt()).as(answer.toString()).isEqualTo(1);
        assertThat(jdbc.sql("select product || ' / ' || story from escalation_case where customer_number = ?")
                        .param("C-I" + id)
                        .query(String.class)
                        .single())
                .isEqualTo("Girokonto; Karte / Größer als ein Euro");
    }

    @Test
    void columns_are_found_by_the_names_that_other_systems_give_them() {
        String id = id();
        assertThat(taken(
                                COMPLAINTS,
                                "date_received,product,sub_product,issue,complaint_what_happened,company_response,timely,complaint_id\n"
                                        + "2025-06-27,Mortgage,Loan,Late,He said no,Closed,Yes," + id + "\n")
                        .path("opened")
                        .asInt())
                .isEqualTo(1);
        assertThat(taken(
                        CUSTOMERS,
                        "Kundennummer;Kundenname;Telefon;Kunde seit;mayCall\n" + id
                                + ";Jürgen Groß;030 5561010;31.3.2017;WAHR\n"))
                .hasToString("{\"id\":%s,\"refused\":[],\"taken\":1,\"known\":0}".formatted(lastRun()));
        assertThat(jdbc.sql("select name || ' ' || customer_since || ' ' || may_call from customer where number = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualToIgnoringCase("Jürgen Groß 2017-03-31 true");
    }

    @Test
    void a_column_that_is_not_known_is_refused_until_the_sender_leaves_it_out_knowingly() {
        String id = id();
        String file = "Date received,Product,Issue,Complaint ID,Betreuer,Filiale\n2025-06-27,Mortgage,Late," + id
                + ",Anna,North\n";

        assertThat(refused(COMPLAINTS, file))
                .startsWith(
                        "file: has columns that are not known: \"Betreuer\", \"Filiale\". Known are \"Date received\"")
                .endsWith("or name in ?ignore= which of them are to be left out; nothing was imported.");
        assertThat(refused(COMPLAINTS + "&ignore=Betreuer", file)).contains("not known: \"Filiale\".");
        assertThat(taken(COMPLAINTS + "&ignore=Betreuer,filiale", file)
                        .path("opened")
                        .asInt())
                .isEqualTo(1);
        assertThat(refused(CUSTOMERS, "number;nmae\n" + id + ";Mia\n")).contains("\"nmae\"");
        assertThat(refused(VOLUMES, "day,team,channel,contacts,skill\n2025-06-27,team-north,phone,3,1\n"))
                .contains("\"skill\"");
        assertThat(refused(VOLUMES + "?ignore=team", "day,team,channel,contacts\n2025-06-27,team-north,phone,3\n"))
                .contains("has no column named \"team\"");
    }

    @Test
    void what_stands_twice_in_a_file_is_refused_by_its_line() {
        String id = id();
        String row = "2025-06-27,Mortgage,Late," + id + "\n";
        assertThat(reasons(taken(COMPLAINTS, "Date received,Product,Issue,Complaint ID\n" + row + row)))
                .containsExactly("3 Complaint ID: stands in line 2 of this file already, which counts."
                        + " Two complaints have two numbers.");
        assertThat(reasons(taken(CUSTOMERS, "number,name\n" + id + ",Mia\n" + id + ",Max\n")))
                .containsExactly(
                        "3 number: \"%s\" stands in an earlier line of this file already, which counts.".formatted(id));
        assertThat(jdbc.sql("select name from customer where number = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Mia");
    }

    @Test
    void amounts_and_days_follow_the_rules_of_the_forms() {
        String file = "number;yearlyValue;customerSince\n%s;1.140;\n%s;1.140,50;\n%s;;04/05/2017\n%s;;2062-01-01\n"
                .formatted(id(), id(), id(), id());

        assertThat(reasons(taken(CUSTOMERS, file)))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("2 yearlyValue: ").contains("1.140", "1140"),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "4 customerSince: \"04/05/2017\" is not a day such as 2026-11-24 or 24.11.2026."),
                        third -> assertThat(third).startsWith("5 customerSince: 2062-01-01 is not plausible"));
    }

    @Test
    void a_value_without_a_column_is_not_dropped() {
        assertThat(reasons(taken(CUSTOMERS, "number;name;;\n%s;Mia;;\n%s;Max;;note\n".formatted(id(), id()))))
                .containsExactly("3 The row has a value in place 4, where the first line names no column.");
    }

    @Test
    void an_encoding_without_its_mark_is_refused_with_the_way_out() {
        byte[] file = "number;name\n1;Müller\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(refused(CUSTOMERS, file))
                .isEqualTo("file: is written neither in UTF-8 nor in UTF-16 with its mark (line 1). Save it in Excel as"
                        + " \"CSV UTF-8\" or as \"Unicode text\" and send it again; nothing was imported.");
        assertThat(refused(
                        VOLUMES,
                        "day;team;channel;contacts\n2025-06-27;müde;phone;3\n".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("(line 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/escalations", "/api/metrics", "/api/budgets/entries"})
    @Tag("R24")
    void a_file_for_excel_opens_with_umlauts_columns_and_numbers(String path) {
        assertThat(file(path + "?for=excel").getBody()).startsWith(MARK).containsPattern("^.[a-zA-Z]+;[a-zA-Z]+;");
        assertThat(file(path).getBody()).matches("(?s)^[a-zA-Z]+,[a-zA-Z]+,.*");
        ResponseEntity<String> unknown = file(path + "?for=numbers");
        assertThat(unknown.getStatusCode().value()).isEqualTo(400);
        assertThat(unknown.getBody()).contains("\"field\":\"for\"");
    }

    private ResponseEntity<String> file(String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.parseMediaType("text/csv"), MediaType.APPLICATION_PROBLEM_JSON));
        return http.withBasicAuth("manager1", "demo")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }

    private JsonNode taken(String path, String file) {
        return taken(path, file.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode taken(String path, byte[] file) {
        ResponseEntity<JsonNode> answer = sent(path, file);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        return answer.getBody();
    }

    private String refused(String path, String file) {
        return refused(path, file.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(String path, byte[] file) {
        ResponseEntity<JsonNode> answer = sent(path, file);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(400);
        return answer.getBody().path("detail").asText();
    }

    private static List<String> reasons(JsonNode answer) {
        return StreamSupport.stream(answer.path("refused").spliterator(), false)
                .map(row -> row.path("line").asText() + " " + row.path("reason").asText())
                .toList();
    }

    private ResponseEntity<JsonNode> sent(String path, byte[] file) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType("text/csv"));
        return http.withBasicAuth("manager1", "demo")
                .postForEntity(path, new HttpEntity<>(file, headers), JsonNode.class);
    }

    private String lastRun() {
        return jdbc.sql("select max(id) from import_run").query(String.class).single();
    }

    private static String id() {
        return UUID.randomUUID().toString().substring(0, 18);
    }
}
