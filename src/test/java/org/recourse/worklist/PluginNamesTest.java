package org.recourse.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Browsers keep a script for as long as its name stays: a changed plugin needs a changed name (docs/rename-plugins.mjs). */
@Tag("R27")
class PluginNamesTest {

    private static final Path APPS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");

    static Stream<Path> plugins() throws Exception {
        return Files.walk(APPS).filter(file -> file.getFileName().toString().matches("recourse-.*\\.js"));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void a_plugin_carries_the_hash_of_its_content_in_its_name_and_is_loaded_by_it(Path plugin) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(plugin));
        String hash = HexFormat.of().formatHex(digest).substring(0, 8);
        String name = plugin.getFileName().toString();

        assertThat(name).isEqualTo(name.substring(0, name.indexOf('.')) + "." + hash + ".js");
        try (Stream<Path> scripts = Files.list(plugin.getParent())) {
            assertThat(scripts.filter(script -> !script.equals(plugin)))
                    .as("who loads it")
                    .anySatisfy(script -> assertThat(script).content().contains("/" + name + "'"));
        }
    }
}
