package org.recourse.intake;

import static org.recourse.spreadsheet.FileColumns.Column.optional;
import static org.recourse.spreadsheet.FileColumns.Column.required;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.Team;
import org.recourse.spreadsheet.FileColumns;
import org.recourse.spreadsheet.FileRow;
import org.recourse.text.Sentence;

/**
 * A complaint in the column layout of the public Consumer Complaint Database of the US CFPB.
 *
 * @param id the database's own number; null when the extract has none
 * @param story the narrative, else issue and sub-issue
 * @param channel as in our forms; a complaint whose way is not told was referred by the database
 */
record Complaint(@Nullable String id, String title, String story, String product, String channel, LocalDate received) {

    /** Those of the public file, with the names that the database's programming interface gives them. */
    static final FileColumns COLUMNS = FileColumns.of(
            required("Date received"),
            required("Product"),
            optional("Sub-product"),
            required("Issue"),
            optional("Sub-issue"),
            optional("Consumer complaint narrative", "Complaint what happened"),
            optional("Company public response"),
            optional("Company"),
            optional("State"),
            optional("ZIP code"),
            optional("Tags"),
            optional("Consumer consent provided?", "Consumer consent provided"),
            optional("Submitted via"),
            optional("Date sent to company"),
            optional("Company response to consumer", "Company response"),
            optional("Timely response?", "Timely", "Timely response"),
            optional("Consumer disputed?", "Consumer disputed"),
            optional("Complaint ID"));

    private static final Map<String, String> CHANNELS = Map.of(
            "web", "web",
            "phone", "phone",
            "postal mail", "letter",
            "fax", "fax",
            "email", "email",
            "web referral", "referral",
            "referral", "referral",
            "", "referral");

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);

    /** @throws RefusedInput naming the column that is missing or malformed */
    static Complaint of(FileRow row) {
        String issue = Stream.of(row.get("Issue"), row.get("Sub-issue"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
        String narrative = row.get("Consumer complaint narrative");
        String story = narrative.isEmpty() ? issue : narrative;
        if (story.isEmpty()) {
            throw new RefusedInput("Issue", Sentence.of("import.no-story"));
        }
        if (story.length() > Answers.LONG_TEXT) {
            throw new RefusedInput(
                    "Consumer complaint narrative",
                    Sentence.of("import.story-too-long", story.length(), Answers.LONG_TEXT));
        }
        String product = row.given("Product");
        return new Complaint(
                id(row),
                shortened(title(row, product)),
                story,
                shortened(product),
                channel(row),
                row.day("Date received", AMERICAN));
    }

    private static @Nullable String id(FileRow row) {
        String id = row.get("Complaint ID");
        if (id.isEmpty()) {
            return null;
        }
        if (!id.matches("[A-Za-z0-9-]{1,30}")) {
            throw new RefusedInput("Complaint ID", Sentence.of("import.no-complaint-number", shortened(id)));
        }
        return id;
    }

    private static String title(FileRow row, String product) {
        String issue = row.get("Issue");
        return issue.isEmpty() ? product : issue;
    }

    private static String channel(FileRow row) {
        String given = row.get("Submitted via");
        String channel = CHANNELS.get(given.toLowerCase(Locale.ROOT));
        if (channel == null) {
            throw new RefusedInput("Submitted via", Sentence.of("import.no-channel", shortened(given)));
        }
        return channel;
    }

    private static String shortened(String text) {
        return GivenText.cut(text, Answers.SHORT_TEXT);
    }

    /** The answers with which a case is opened, for a customer of its own: the database tells nobody's name. */
    Map<String, @Nullable Object> answers(String customerNumber, Team team) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("customerNumber", customerNumber);
        answers.put("team", team.value());
        answers.put("channel", channel);
        answers.put("title", title);
        answers.put("story", story);
        answers.put("product", product);
        return answers;
    }

    /** The same for rows that say the same, whatever the order of their columns. */
    static String content(FileRow row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            row.content().forEach((column, value) -> {
                digest.update((column + '\u001F' + value + '\u001E').getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
