package org.recourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever says the name of a class means one of them, in the product and in its tests. */
@Tag("R24")
class ClassNamesTest {

    @Test
    void no_two_classes_have_one_name() throws IOException {
        List<Path> sources = Stream.concat(sources("src/main/java"), sources("src/test/java"))
                .toList();

        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(sources.stream()
                        .collect(Collectors.groupingBy(Path::getFileName))
                        .values())
                .filteredOn(files -> files.size() > 1)
                .isEmpty();
    }

    private static Stream<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        }
    }
}
