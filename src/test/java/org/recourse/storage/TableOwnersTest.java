package org.recourse.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each table is read and written by the package that owns it (the list in CONTRIBUTING.md) and by its rooms. Others ask a
 * public type of the owner or read a view.
 */
@Tag("B9")
class TableOwnersTest {

    private static final Path SOURCES = Path.of("src/main/java/org/recourse");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`[\\w.]+`|Spring Session) \\| ((?:`\\w+`(?:, )?)+) \\|$");
    private static final Pattern TABLE = Pattern.compile("`(\\w+)`");
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
    private static final Pattern LITERAL = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"");
    private static final Pattern USE =
            Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+(?:\\s+\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*)");

    @Test
    void every_table_has_an_owner() throws IOException {
        var created = new TreeSet<String>();
        for (var folder :
                new Path[] {Path.of("src/main/resources/db/migration"), Path.of("src/main/java/db/migration")}) {
            try (var migrations = Files.list(folder)) {
                for (var migration : migrations.toList()) {
                    CREATED.matcher(Files.readString(migration))
                            .results()
                            .forEach(found -> created.add(found.group(1)));
                }
            }
        }

        assertThat(owners().keySet()).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void nobody_reads_or_writes_the_table_of_another() throws IOException {
        assertThat(trespasses()).isEmpty();
    }

    private static TreeSet<String> trespasses() throws IOException {
        var owners = owners();
        var trespasses = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var room = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                for (var table : used(Files.readString(file))) {
                    var owner = owners.get(table);
                    if (owner != null && !(room + ".").startsWith(owner + ".")) {
                        trespasses.add("%s of %s: %s.%s".formatted(table, owner, room, file.getFileName()));
                    }
                }
            }
        }
        return trespasses;
    }

    private static TreeSet<String> used(String source) {
        var tables = new TreeSet<String>();
        LITERAL.matcher(source)
                .results()
                .flatMap(literal -> USE.matcher(literal.group()).results())
                .flatMap(use -> Pattern.compile(",").splitAsStream(use.group(1)))
                .forEach(named -> tables.add(named.strip().split("\\s", 2)[0]));
        return tables;
    }

    private static Map<String, String> owners() throws IOException {
        var owners = new HashMap<String, String>();
        ROW.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                .results()
                .forEach(row -> TABLE.matcher(row.group(2))
                        .results()
                        .forEach(
                                table -> owners.put(table.group(1), row.group(1).replace("`", ""))));
        return owners;
    }
}
