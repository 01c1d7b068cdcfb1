package org.recourse.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
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
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/demo/articles.csv"));
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, format)) {
            rows.stream().filter(row -> !articles.exists(row.get("title"))).forEach(this::load);
        }
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
