package org.recourse.governance.meaning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.compensation.Role;
import org.recourse.governance.meaning.Table.Row;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The limits that a row of the authority table tells people equal those under which the table lets them grant alone, and
 * nobody's own authority is above the ceiling that the house has set.
 */
@Component
class AuthorityLimits implements Meaning.Rule {

    private static final String TABLE = "CompensationAuthority";
    private static final String ALONE = "\"alone\"";
    private static final Map<String, String> LIMITED_BY =
            Map.of("goodwillLimit", "goodwillAmount", "moneyBackLimit", "moneyBackAmount");

    private final Map<String, BigDecimal> ceilings;

    AuthorityLimits(
            @Value("${recourse.money.ceilings.agent:100}") BigDecimal agent,
            @Value("${recourse.money.ceilings.supervisor:1000}") BigDecimal supervisor,
            @Value("${recourse.money.ceilings.manager:10000}") BigDecimal manager) {
        this.ceilings = Map.of("agent", agent, "supervisor", supervisor, "manager", manager);
    }

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        Table table = release.tables().get(TABLE);
        if (table == null) {
            return;
        }
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            List<Row> ofRole = table.rows().stream()
                    .filter(row -> table.cell(row, "role").fits(name))
                    .toList();
            for (Row row : ofRole) {
                LIMITED_BY.forEach((limit, amount) -> {
                    boolean own = !table.cell(row, "role").isAny();
                    if (own) {
                        checkTold(table, row, limit, amount, ofRole, found);
                    }
                    if (isAlone(table, row)) {
                        checkCeiling(table, row, amount, name, found);
                    }
                });
            }
        }
    }

    private static boolean isAlone(Table table, Row row) {
        return table.result(row, "approver").equals(ALONE);
    }

    private static void checkTold(Table table, Row row, String limit, String amount, List<Row> ofRole, Found found) {
        BigDecimal granted = (isAlone(table, row) ? Optional.of(row) : alone(table, row, ofRole))
                .flatMap(own -> table.cell(own, amount).upTo())
                .orElse(BigDecimal.ZERO);
        String told = table.result(row, limit);
        if (!told.matches("\\d+(\\.\\d+)?") || new BigDecimal(told).compareTo(granted) != 0) {
            found.add(
                    table.file(),
                    row.id(),
                    "limit-differs",
                    row.number(),
                    table.output(limit).map(Results::label).orElse(limit),
                    told,
                    granted.toPlainString());
        }
    }

    /** The row by which the role grants alone in the same situation: same earlier goodwill, same tier if there is one. */
    private static Optional<Row> alone(Table table, Row row, List<Row> ofRole) {
        List<Row> own = ofRole.stream()
                .filter(each -> isAlone(table, each))
                .filter(each -> isSameOrAny(table, each, row, "earlierGoodwill"))
                .toList();
        return Stream.concat(
                        own.stream().filter(each -> table.cell(each, "tier").equals(table.cell(row, "tier"))),
                        own.stream().filter(each -> table.cell(each, "tier").isAny()))
                .findFirst();
    }

    private static boolean isSameOrAny(Table table, Row alone, Row row, String input) {
        Cell cell = table.cell(alone, input);
        return cell.isAny() || cell.equals(table.cell(row, input));
    }

    private void checkCeiling(Table table, Row row, String amount, String role, Found found) {
        BigDecimal ceiling = ceilings.getOrDefault(role, BigDecimal.ZERO);
        Optional<BigDecimal> granted = table.cell(row, amount).upTo();
        if (granted.isEmpty() || granted.get().compareTo(ceiling) > 0) {
            found.add(
                    table.file(),
                    row.id(),
                    "above-ceiling",
                    row.number(),
                    granted.map(BigDecimal::toPlainString).orElse("∞"),
                    role,
                    ceiling.toPlainString());
        }
    }
}
