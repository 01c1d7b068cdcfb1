package org.recourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.model.Models.Diagram;

/** An id of a diagram is written once, in the diagram: tests name the constant, so that a renamed step stops the compiler. */
@Tag("R24")
class IdsInTestsTest {

    private static final Path TESTS = Path.of("src/test/java");

    /** A literal that is an id, or a row of values that begins or ends with one. */
    private static final Pattern LITERAL =
            Pattern.compile("\"(?:([^\"\\\\\\n]*), )?([A-Za-z_]+)(?:, [^\"\\\\\\n]*)?\"");

    /** A process such as {@code Promise} is called by a word that also means something else. */
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z]+");

    @Test
    void tests_write_no_id_of_a_diagram_as_a_literal() throws IOException, ReflectiveOperationException {
        Map<String, String> constants = constants();
        List<String> literals = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher literal = LITERAL.matcher(Files.readString(file));
                while (literal.find()) {
                    String constant = constants.get(literal.group(2));
                    if (constant != null) {
                        literals.add("%s writes %s, which is %s"
                                .formatted(TESTS.relativize(file), literal.group(), constant));
                    }
                }
            }
        }

        assertThat(literals).isEmpty();
    }

    private static Map<String, String> constants() throws ReflectiveOperationException {
        Map<String, String> constants = new TreeMap<>();
        for (Diagram diagram : Models.diagrams()) {
            Class<?> ids = Class.forName(
                    "org.recourse.model.%sIds".formatted(diagram.process().getId()));
            for (Field field : ids.getFields()) {
                String id = (String) field.get(null);
                if (!WORD.matcher(id).matches()) {
                    constants.put(id, ids.getSimpleName() + "." + field.getName());
                }
            }
        }
        assertThat(constants).containsKeys(CustomerEscalationIds.USER_TASK_LISTEN, FollowUpIds.MESSAGE_CUSTOMER_RATED);
        return constants;
    }
}
