package org.recourse.insight.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Repository;

/** Finds the numbers of the cases and customers that somebody names by a part of them. */
@Repository
class NamedInSearch {

    private static final int FIRST_YEAR = 2020;
    private static final Pattern END = Pattern.compile("0*(\\d{1,12})");

    private static final int CUSTOMERS = 1_000;

    private final JdbcClient jdbc;
    private final Times times;
    private final Clock clock;
    private final String region;
    private final boolean postgres;

    NamedInSearch(
            JdbcClient jdbc,
            DataSource dataSource,
            Times times,
            Clock clock,
            @Value("${recourse.region:EU}") String region)
            throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
        this.region = region;
        this.postgres = "PostgreSQL"
                .equals(JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName()));
    }

    /** Whether the database has the words of texts indexed. */
    boolean isPostgres() {
        return postgres;
    }

    /** The number itself, and whose names have these words, or these letters on H2. */
    List<String> customers(String asked) {
        List<String> numbers = new ArrayList<>(List.of(asked));
        String letters = asked.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        if (postgres && !letters.isEmpty()) {
            numbers.addAll(jdbc.sql("""
                            select number from search_customer
                            where to_tsvector('simple', coalesce(name, '')) @@ to_tsquery('simple', ?) limit ?""")
                    .params(letters.replace(" ", ":* & ") + ":*", CUSTOMERS)
                    .query(String.class)
                    .list());
        } else if (!postgres) {
            numbers.addAll(jdbc.sql("select number from search_customer where lower(name) like ? escape '\\' limit ?")
                    .params("%" + likeable(asked).toLowerCase(Locale.ROOT) + "%", CUSTOMERS)
                    .query(String.class)
                    .list());
        }
        return numbers;
    }

    /** The number as it stands, or its end, {@code 12}, of any year: looked up, not searched for. */
    List<String> cases(String asked) {
        String number = asked.strip().toUpperCase(Locale.ROOT);
        Matcher end = END.matcher(number);
        if (!end.matches()) {
            return List.of(number);
        }
        int thisYear = clock.instant().atZone(times.house()).getYear();
        return IntStream.rangeClosed(FIRST_YEAR, thisYear + 1)
                .mapToObj(year -> CaseNumber.of(region, year, Long.parseLong(end.group(1)))
                        .value())
                .toList();
    }

    static String likeable(@Nullable String text) {
        return Objects.requireNonNull(text).strip().replaceAll("([\\\\%_])", "\\\\$1");
    }
}
