package org.recourse.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.form.RefusedInput;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/**
 * Takes customers from a file: new ones are created, known ones corrected, with the same trail as a correction by hand.
 * An empty cell says nothing about a customer and changes nothing.
 */
@Service
public class CustomerImport {

    private static final String NUMBER = "number";

    private static final List<String> FIELDS = List.of(
            "name",
            "phones",
            "emails",
            "language",
            "zone",
            "tier",
            "customerSince",
            "yearlyValue",
            "currency",
            "preferredChannel",
            "mayMail",
            "mayText",
            "mayCall");

    private final RowImport rows;
    private final Customers customers;
    private final CurrentUser user;

    CustomerImport(RowImport rows, Customers customers, CurrentUser user) {
        this.rows = rows;
        this.customers = customers;
        this.user = user;
    }

    /** @throws RefusedInput naming {@code file} when its first line has no column {@code number} */
    public RowTally run(ReceivedFile file, ImportListener listener) throws IOException {
        return rows.run(file, "customers", null, List.of(NUMBER), listener, (row, run) -> take(row));
    }

    private boolean take(CsvRow row) {
        String number = row.get(NUMBER);
        if (number.isEmpty()) {
            throw new RefusedInput(NUMBER, Sentence.of("import.missing"));
        }
        Map<String, String> given = new HashMap<>();
        for (String field : FIELDS) {
            if (!row.get(field).isEmpty()) {
                given.put(field, row.get(field));
            }
        }
        Optional<Customer> known = customers.byNumber(number);
        if (known.isEmpty()) {
            customers.create(number, lowered(given));
            return true;
        }
        int changes = customers.changes(number).size();
        customers.correct(number, lowered(given), user.id());
        return customers.changes(number).size() > changes;
    }

    /** Words of a list are written in any case in spreadsheets: {@code TRUE}, {@code Gold}. */
    private static Map<String, String> lowered(Map<String, String> given) {
        for (String field : List.of("tier", "preferredChannel", "mayMail", "mayText", "mayCall", "language")) {
            given.computeIfPresent(field, (name, value) -> value.toLowerCase(Locale.ROOT));
        }
        return given;
    }
}
