package org.recourse.engine.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/** The engine's mapping file for tasks: hands out its elements, and changes a piece of them that is there once. */
final class TaskMapping {

    private static final String MAPPING = "/org/camunda/bpm/engine/impl/mapping/entity/Task.xml";

    private final String xml;

    TaskMapping() {
        this.xml = mapping();
    }

    String element(String name, String id) {
        Matcher found = Pattern.compile("<%1$s id=\"%2$s\".*?</%1$s>".formatted(name, id), Pattern.DOTALL)
                .matcher(xml);
        if (!found.find()) {
            throw new UnexpectedMapping(id);
        }
        return found.group();
    }

    static String replaced(String text, String part, String by) {
        return replaced(text, Pattern.quote(part), Matcher.quoteReplacement(by), false);
    }

    static String replaced(String text, String pattern, String by, boolean lines) {
        Pattern part = Pattern.compile(pattern, lines ? Pattern.DOTALL : 0);
        if (part.matcher(text).results().count() != 1) {
            throw new UnexpectedMapping(pattern);
        }
        return part.matcher(text).replaceFirst(by);
    }

    private static String mapping() {
        try (var file = Objects.requireNonNull(TaskManager.class.getResourceAsStream(MAPPING))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
