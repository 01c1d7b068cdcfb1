package org.recourse.knowledge;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.recourse.spreadsheet.CsvText;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The sample articles of profile {@code demo}, from {@code demo/articles.csv}; known by their title. */
@Component
@Profile("demo")
@Order(DemoArticles.ORDER)
class DemoArticles implements ApplicationRunner {

    static final int ORDER = 100;

    private final Articles articles;

    DemoArticles(Articles articles) {
        this.articles = articles;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        CsvText.rowsOf("demo/articles.csv").stream()
                .filter(row -> !articles.exists(row.get("title")))
                .forEach(this::load);
    }

    private void load(CSVRecord row) {
        articles.add(new Article(
                0,
                row.get("title"),
                row.get("solution"),
                known(row.get("product")),
                known(row.get("cause")),
                Integer.parseInt(row.get("uses")),
                Integer.parseInt(row.get("successes")),
                row.get("owner"),
                LocalDate.parse(row.get("reviewOn"))));
    }

    private static @Nullable String known(String text) {
        return text.isBlank() ? null : text;
    }
}
