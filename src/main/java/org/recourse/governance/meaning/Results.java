package org.recourse.governance.meaning;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.governance.meaning.Table.Column;
import org.recourse.governance.meaning.Table.Row;
import org.recourse.identifier.Team;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.springframework.stereotype.Component;

/** A table asks for facts that it is told, and says what the code can read. */
@Component
class Results implements Meaning.Rule {

    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,4})?");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final String TEAM = "team";

    private final People people;

    Results(People people) {
        this.people = people;
    }

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        for (Table table : release.tables().values()) {
            Table original = product.tables().get(table.id());
            if (original != null) {
                checkColumns(table, original, found);
            }
            for (Row row : table.rows()) {
                for (int i = 0; i < table.outputs().size() && i < row.outputs().size(); i++) {
                    checkCell(table, row, table.outputs().get(i), row.outputs().get(i), original, found);
                }
            }
        }
    }

    private static void checkColumns(Table table, Table original, Found found) {
        Set<String> told = original.inputs().stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
        table.inputs().stream()
                .filter(input -> !told.contains(input.name()))
                .forEach(input -> found.add(
                        table.file(),
                        input.id(),
                        "fact-unknown",
                        input.name(),
                        Spelling.nearest(input.name(), told).orElseGet(() -> String.join(", ", told))));
        for (Column wanted : original.outputs()) {
            table.output(wanted.name())
                    .ifPresentOrElse(
                            output -> {
                                if (!output.type().equals(wanted.type())) {
                                    found.add(table.file(), output.id(), "other-type", wanted.name(), wanted.type());
                                }
                            },
                            () -> {
                                if (!isTranslation(wanted.name())) {
                                    found.add(table.file(), table.id(), "result-lost", wanted.name());
                                }
                            });
        }
    }

    /** {@code reason_de}: without it the sentence is said in English. */
    private static boolean isTranslation(String output) {
        return output.contains("_");
    }

    private void checkCell(Table table, Row row, Column output, String cell, @Nullable Table original, Found found) {
        boolean isFact = table.inputs().stream().anyMatch(input -> input.name().equals(cell));
        if (!isFact && !isOfType(output, cell)) {
            found.add(table.file(), row.id(), "wrong-type", row.number(), label(output), cell, output.type());
            return;
        }
        Set<String> allowed = original == null
                ? output.values()
                : original.output(output.name()).map(Column::values).orElse(Set.of());
        String value = cell.replace("\"", "");
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            found.add(
                    table.file(),
                    row.id(),
                    "not-allowed",
                    row.number(),
                    label(output),
                    cell,
                    String.join(", ", allowed));
        }
        if (output.name().equals(TEAM) && !value.isEmpty() && nobodyIn(Team.of(value))) {
            found.add(table.file(), row.id(), "group-empty", value);
        }
    }

    private boolean nobodyIn(Team team) {
        return people.membersOf(Roles.inTeam(team, Roles.SUPERVISOR)).isEmpty();
    }

    private static boolean isOfType(Column output, String cell) {
        return switch (output.type()) {
            case "integer", "long" -> INTEGER.matcher(cell).matches();
            case "double", "number" -> NUMBER.matcher(cell).matches();
            // an empty cell says no: Modeler leaves one where nothing is chosen, and the engine records nothing for it
            case "boolean" -> cell.isEmpty() || cell.equals("true") || cell.equals("false");
            case "string" -> TEXT.matcher(cell).matches() || isTranslation(output.name()) && cell.isEmpty();
            default -> true;
        };
    }

    static String label(Column column) {
        return column.label().isEmpty() ? column.name() : column.label();
    }
}
