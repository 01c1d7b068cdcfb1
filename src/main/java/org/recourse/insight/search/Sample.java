package org.recourse.insight.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Draws cases for a quality review (R33). Each case has a lot, made of the seed and its number, and the lowest lots are
 * drawn: whoever repeats the draw with the seed draws the same, and nobody can steer it towards a case.
 */
@Repository
public class Sample {

    private final JdbcClient jdbc;
    private final Times times;

    Sample(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** @param population of how many cases they were drawn */
    public record Draw(String seed, LocalDate from, LocalDate to, int population, List<CaseNumber> caseNumbers) {}

    /**
     * @param from first day on which the cases were opened
     * @param team null for all teams
     */
    public Draw draw(String seed, int size, LocalDate from, LocalDate to, @Nullable Team team) {
        ZoneId zone = times.house();
        List<CaseNumber> cases = jdbc.sql("""
                        select case_number from counted_case
                        where opened_at >= ? and opened_at < ? and (cast(? as varchar(64)) is null or team = ?)""")
                .params(
                        from.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC),
                        to.plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC),
                        team,
                        team)
                .query((row, n) -> CaseNumber.of(row.getString("case_number")))
                .list();
        List<CaseNumber> drawn = cases.stream()
                .sorted(Comparator.comparing(number -> lot(seed, number)))
                .limit(size)
                .toList();
        return new Draw(seed, from, to, cases.size(), drawn);
    }

    private static String lot(String seed, CaseNumber caseNumber) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((seed + "/" + caseNumber).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
