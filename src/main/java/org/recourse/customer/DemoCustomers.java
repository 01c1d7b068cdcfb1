package org.recourse.customer;

import java.io.IOException;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.recourse.spreadsheet.CsvText;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The sample customers of profile {@code demo}, from {@code demo/customers.csv}; those that exist are left alone. */
@Component
@Profile("demo")
@Order(DemoCustomers.ORDER)
class DemoCustomers implements ApplicationRunner {

    static final int ORDER = 100;

    private final Customers customers;

    DemoCustomers(Customers customers) {
        this.customers = customers;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        CsvText.rowsOf("demo/customers.csv").forEach(this::load);
    }

    private void load(CSVRecord row) {
        Map<String, String> fields = row.toMap();
        String number = row.get("number");
        fields.remove("number");
        if (customers.byNumber(number).isEmpty()) {
            customers.create(number, fields);
        }
    }
}
