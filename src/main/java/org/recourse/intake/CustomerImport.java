package org.recourse.intake;

import static org.recourse.spreadsheet.FileColumns.Column.optional;
import static org.recourse.spreadsheet.FileColumns.Column.required;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recourse.customer.Customers;
import org.recourse.form.RefusedInput;
import org.recourse.identity.CurrentUser;
import org.recourse.spreadsheet.FileColumns;
import org.recourse.spreadsheet.FileRow;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/**
 * Takes customers from a file: new ones are created, known ones corrected, with the same trail as a correction by hand.
 * An empty cell says nothing about a customer and changes nothing.
 */
@Service
public class CustomerImport {

    private static final String NUMBER = "number";
    private static final String SINCE = "customerSince";

    static final FileColumns COLUMNS = FileColumns.of(
            required(NUMBER, "Customer number", "Kundennummer"),
            optional("name", "Customer name", "Kundenname"),
            optional("phones", "phone", "Phone number", "Telefon"),
            optional("emails", "email", "mail"),
            optional("language", "Sprache"),
            optional("zone", "Time zone", "Zeitzone"),
            optional("tier", "Stufe"),
            optional(SINCE, "Kunde seit"),
            optional("yearlyValue", "Jahreswert"),
            optional("currency", "Währung"),
            optional("preferredChannel"),
            optional("mayMail"),
            optional("mayText"),
            optional("mayCall"));

    private static final List<String> FIELDS = List.of(
            "name",
            "phones",
            "emails",
            "language",
            "zone",
            "tier",
            "yearlyValue",
            "currency",
            "preferredChannel",
            "mayMail",
            "mayText",
            "mayCall");

    /** How a spreadsheet writes yes and no in the languages that it speaks here. */
    private static final Map<String, String> YES_AND_NO =
            Map.of("wahr", "true", "falsch", "false", "yes", "true", "no", "false", "ja", "true", "nein", "false");

    private final RowImport rows;
    private final ImportedRows imported;
    private final Customers customers;
    private final CurrentUser user;

    CustomerImport(RowImport rows, ImportedRows imported, Customers customers, CurrentUser user) {
        this.rows = rows;
        this.imported = imported;
        this.customers = customers;
        this.user = user;
    }

    /**
     * @param ignore columns that the sender leaves out knowingly
     * @throws RefusedInput naming {@code file} when its columns are not those of customers
     */
    public RowTally run(ReceivedFile file, List<String> ignore, ImportListener listener) throws IOException {
        return rows.run(file, "customers", null, COLUMNS.ignoring(ignore), listener, this::take);
    }

    private boolean take(FileRow row, long run) {
        String number = row.given(NUMBER);
        boolean taken = created(number, given(row)) || corrected(number, given(row));
        if (imported.occurrence(run, number) > 1) {
            throw new RefusedInput(NUMBER, Sentence.of("import.customer-twice", number));
        }
        return taken;
    }

    private boolean created(String number, Map<String, String> given) {
        if (customers.byNumber(number).isPresent()) {
            return false;
        }
        customers.create(number, given);
        return true;
    }

    private boolean corrected(String number, Map<String, String> given) {
        int changes = customers.changes(number).size();
        customers.correct(number, given, user.id());
        return customers.changes(number).size() > changes;
    }

    private static Map<String, String> given(FileRow row) {
        Map<String, String> given = new HashMap<>();
        for (String field : FIELDS) {
            if (!row.get(field).isEmpty()) {
                given.put(field, row.get(field));
            }
        }
        if (!row.get(SINCE).isEmpty()) {
            given.put(SINCE, row.day(SINCE).toString());
        }
        return lowered(given);
    }

    /** Words of a list are written in any case in spreadsheets: {@code TRUE}, {@code Gold}. */
    private static Map<String, String> lowered(Map<String, String> given) {
        for (String field : List.of("tier", "preferredChannel", "language")) {
            given.computeIfPresent(field, (name, value) -> value.toLowerCase(Locale.ROOT));
        }
        for (String field : List.of("mayMail", "mayText", "mayCall")) {
            given.computeIfPresent(field, (name, value) -> {
                String word = value.toLowerCase(Locale.ROOT);
                return YES_AND_NO.getOrDefault(word, word);
            });
        }
        return given;
    }
}
