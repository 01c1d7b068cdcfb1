package org.recourse.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migration rule (CONTRIBUTING.md): landed files stay as they are, and numbers only grow. */
@Tag("B13")
class LandedMigrationsTest {

    private static final Path LISTS = Path.of("src/test/resources/migrations");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__\\w+\\.(?:sql|java)");

    /** Each row of migrations has numbers of its own. */
    private static final List<List<Path>> ROWS = List.of(
            List.of(Path.of("src/main/resources/db/migration"), Path.of("src/main/java/db/migration")),
            List.of(Path.of("src/main/resources/db/engine")));

    @Test
    void what_landed_with_a_release_is_unchanged() throws IOException {
        var landed = landed();

        assertThat(landed).isNotEmpty();
        for (var file : landed.entrySet()) {
            assertThat(file.getKey()).exists();
            assertThat(sha256(file.getKey())).as(file.getKey().toString()).isEqualTo(file.getValue());
        }
    }

    @Test
    void what_is_new_has_a_higher_number() throws IOException {
        var landed = landed().keySet();
        for (var row : ROWS) {
            int highest = landed.stream()
                    .filter(file -> row.contains(file.getParent()))
                    .mapToInt(LandedMigrationsTest::number)
                    .max()
                    .orElseThrow();
            assertThat(files(row))
                    .filteredOn(file -> !landed.contains(file))
                    .allSatisfy(
                            file -> assertThat(number(file)).as(file.toString()).isGreaterThan(highest));
        }
    }

    private static Map<Path, String> landed() throws IOException {
        var landed = new TreeMap<Path, String>();
        try (var lists = Files.list(LISTS)) {
            for (var list : lists.toList()) {
                for (var line : Files.readAllLines(list)) {
                    var parts = line.split(" +", 2);
                    landed.put(Path.of(parts[1]), parts[0]);
                }
            }
        }
        return landed;
    }

    private static List<Path> files(List<Path> folders) throws IOException {
        var files = Stream.<Path>builder();
        for (var folder : folders) {
            try (var inside = Files.list(folder)) {
                inside.forEach(files);
            }
        }
        return files.build().toList();
    }

    private static int number(Path file) {
        var name = NUMBER.matcher(file.getFileName().toString());
        assertThat(name.matches()).as(file.toString()).isTrue();
        return Integer.parseInt(name.group(1));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
