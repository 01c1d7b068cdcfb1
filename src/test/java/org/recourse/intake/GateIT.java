package org.recourse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.PostgresApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever door it comes in by, the same input is read in the same way; over HTTP, on the database of production. */
@PostgresApplicationTest
@NullUnmarked
@Tag("R22")
class GateIT {

    private static final int AT_ONCE = 5;
    private static final String NUL = "\u0000";

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    /** A way in; answers the field that is refused, or nothing when the text was taken. */
    private interface Door {
        String refused(GateIT gate, String text);
    }

    private static final Map<String, Door> DOORS = doors();

    private static Map<String, Door> doors() {
        Map<String, Door> doors = new LinkedHashMap<>();
        doors.put("opening, title", (gate, text) -> gate.opening(Map.of("title", text)));
        doors.put("opening, story", (gate, text) -> gate.opening(Map.of("story", text)));
        doors.put(
                "comment, text",
                (gate, text) -> gate.sent("/api/cases/" + gate.aCase() + "/comments", Map.of("text", text)));
        doors.put(
                "contact, story",
                (gate, text) -> gate.sent(
                        "/api/cases/" + gate.aCase() + "/contacts", Map.of("channel", "phone", "story", text)));
        doors.put("search, words", (gate, text) -> gate.asked("words", text));
        doors.put("search, customer", (gate, text) -> gate.asked("customer", text));
        doors.put("customer, name", (gate, text) -> gate.corrected("name", text));
        doors.put(
                "customers' file, name",
                (gate, text) ->
                        gate.row("/api/customers/import", "number,name\n%s,%s\n".formatted(gate.unique(), text)));
        doors.put(
                "complaints' file, Issue",
                (gate, text) -> gate.row(
                        "/api/imports?team=team-north",
                        "Date received,Product,Issue\n2023-06-27,Mortgage,%s\n".formatted(text)));
        return doors;
    }

    static Stream<Arguments> everyControlCharacterAtEveryDoor() {
        return DOORS.keySet().stream()
                .flatMap(door -> Stream.of(NUL, "\u0001", "\u001B", "\u007F", "\u0085")
                        .map(character -> Arguments.of(door, character)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyControlCharacterAtEveryDoor")
    void a_control_character_is_refused_with_its_field(String door, String character) {
        assertThat(DOORS.get(door).refused(this, "Trouble" + character + "with it"))
                .isEqualToIgnoringCase(door.split(", ")[1]);
    }

    static Stream<Arguments> everyTextAtEveryDoor() {
        return DOORS.keySet().stream()
                .flatMap(door -> Stream.of("Mu\u0308ller", "\uD83D\uDE21 angry", "4 ".repeat(95), "quo'te")
                        .map(text -> Arguments.of(door, text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyTextAtEveryDoor")
    void what_people_write_is_taken(String door, String text) {
        assertThat(DOORS.get(door).refused(this, text)).isEmpty();
    }

    @Test
    void a_name_imported_decomposed_is_found_by_the_composed_one() {
        String word = "Mu\u0308ller" + UUID.randomUUID().toString().substring(0, 8);
        String number = unique();
        assertThat(row("/api/customers/import", "number,name\n%s,%s\n".formatted(number, word)))
                .isEmpty();
        assertThat(opening(Map.of("customerNumber", number))).isEmpty();

        JsonNode found = as("manager1")
                .getForObject("/api/escalations?customer={name}", JsonNode.class, word.replace("u\u0308", "\u00FC"));
        assertThat(found.findValuesAsText("customerNumber")).contains(number);
    }

    @Test
    void a_title_is_cut_at_a_whole_character() {
        String issue = "a".repeat(198) + "\uD83D\uDE21\uD83D\uDE21";
        assertThat(row(
                        "/api/imports?team=team-north",
                        "Date received,Product,Issue\n2023-06-27,Mortgage,%s\n".formatted(issue)))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from escalation_case where title = ?")
                        .param("a".repeat(198) + "…")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"491713920017, +491713920017", "436641234567, +436641234567", "0171 3920017, +491713920017"})
    void a_number_as_telephony_sends_it_finds_the_customer(String sent, String known) {
        String number = unique();
        assertThat(row("/api/customers/import", "number,phones\n%s,%s\n".formatted(number, known)))
                .isEmpty();

        JsonNode found = as("agent1").getForObject("/api/customers?phone={phone}", JsonNode.class, sent);
        assertThat(found.findValuesAsText("number")).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030 5561 Home", "39-MOBIL"})
    void letters_in_a_number_are_refused(String phone) {
        ResponseEntity<JsonNode> answer = open(Map.of("customerNumber", "", "phone", phone));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("field").asText()).isEqualTo("phone");
        assertThat(answer.getBody().path("detail").asText()).contains(phone.replaceAll("[^A-Za-z]", ""));
    }

    /** Many rounds: the slower ones look for the customer before, while and after the faster one is written down. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "email", "phone", "email", "phone", "email", "phone", "email", "phone", "email", "phone", "email",
                "phone"
            })
    void five_openings_of_one_newcomer_at_the_same_moment_make_one_customer_and_one_case(String by) throws Exception {
        String title = unique();
        String who = by.equals("email")
                ? title.toLowerCase(Locale.ROOT) + "@example.com"
                : "+4917139%05d".formatted(Math.floorMod(title.hashCode(), 100_000));
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<ResponseEntity<JsonNode>>> sent = new ArrayList<>();
        for (int n = 0; n < AT_ONCE; n++) {
            sent.add(threads.submit(() -> {
                start.await();
                return open(Map.of("customerNumber", "", by, who, "title", title));
            }));
        }
        List<String> numbers = new ArrayList<>();
        for (Future<ResponseEntity<JsonNode>> each : sent) {
            assertThat(each.get().getStatusCode().is2xxSuccessful()).isTrue();
            numbers.add(each.get().getBody().path("caseNumber").asText());
        }
        threads.shutdown();

        assertThat(numbers.stream().distinct()).hasSize(1);
        assertThat(count("select count(*) from escalation_case where title = ?", title))
                .isEqualTo(1);
        assertThat(count("select count(*) from customer_%s where %s = ?".formatted(by, by), who))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2062-01-01T10:00", "2099-01-01T10:00"})
    void a_pause_ends_within_ninety_days(String until) {
        ResponseEntity<JsonNode> answer = post(
                "supervisor1", "/api/cases/" + aCase() + "/clocks/pause", Map.of("reason", "papers", "until", until));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("field").asText()).isEqualTo("until");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2062-01-01", "2099-12-31", "1999-12-31"})
    void a_complaint_was_received_in_this_century_and_not_in_the_future(String received) {
        assertThat(row(
                        "/api/imports?team=team-north",
                        "Date received,Product,Issue\n%s,Mortgage,%s\n".formatted(received, unique())))
                .isEqualTo("Date received");
    }

    @Test
    void an_amount_in_a_file_is_read_like_one_in_a_form() {
        assertThat(row("/api/customers/import", "number,yearlyValue\n%s,1.140\n".formatted(unique())))
                .isEqualTo("yearlyValue");
        String number = unique();
        assertThat(row("/api/customers/import", "number,yearlyValue\n%s,\"1.140,50\"\n".formatted(number)))
                .isEmpty();
        assertThat(jdbc.sql("select yearly_value from customer where number = ?")
                        .param(number)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1140.50");
    }

    private int count(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Integer.class).single();
    }

    private String aCase() {
        return open(Map.of()).getBody().path("caseNumber").asText();
    }

    private String opening(Map<String, Object> some) {
        return field(open(some));
    }

    private ResponseEntity<JsonNode> open(Map<String, Object> some) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "customerNumber",
                unique(),
                "title",
                unique(),
                "story",
                "It does not work.",
                "channel",
                "phone",
                "team",
                "team-north"));
        body.putAll(some);
        return post("agent1", "/api/cases", body);
    }

    private String sent(String path, Map<String, Object> body) {
        return field(post("agent1", path, body));
    }

    private String asked(String parameter, String text) {
        return field(as("manager1").getForEntity("/api/escalations?" + parameter + "={text}", JsonNode.class, text));
    }

    private String corrected(String name, String text) {
        String number = unique();
        opening(Map.of("customerNumber", number));
        return field(as("agent1")
                .exchange(
                        "/api/customers/" + number,
                        HttpMethod.PATCH,
                        new HttpEntity<>(Map.of(name, text)),
                        JsonNode.class));
    }

    /** The column that the first row was refused for. */
    private String row(String path, String file) {
        JsonNode answer = imported(path, file, StandardCharsets.UTF_8).getBody();
        String reason = answer.at("/refused/0/reason").asText();
        return reason.isEmpty() ? "" : reason.split(":")[0];
    }

    private ResponseEntity<JsonNode> imported(String path, String file, Charset charset) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType("text/csv"));
        return as("manager1").postForEntity(path, new HttpEntity<>(file.getBytes(charset), headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String user, String path, Map<String, Object> body) {
        return as(user).postForEntity(path, body, JsonNode.class);
    }

    private static String field(ResponseEntity<JsonNode> answer) {
        if (answer.getStatusCode().is2xxSuccessful()) {
            return "";
        }
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        return answer.getBody().path("field").asText();
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "demo");
    }

    private String unique() {
        return "C-" + UUID.randomUUID().toString().substring(0, 12);
    }
}
