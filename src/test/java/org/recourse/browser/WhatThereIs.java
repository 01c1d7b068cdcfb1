package org.recourse.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people get to see of ours, read from the sources: a walk that visits all of it cannot forget what is new. */
final class WhatThereIs {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");

    private static final Pattern DIALOG = Pattern.compile("\\bdialog\\(\\s*'([\\w-]+)'");
    private static final Pattern ROUTE =
            Pattern.compile("pluginPoint: 'cockpit\\.route',\\s*properties: \\{ path: '([^']+)'");

    private WhatThereIs() {}

    /** Ids of the forms. */
    static Set<String> forms() {
        return names(Path.of("forms"), ".form");
    }

    /** Ids of the dialogs in the scripts of Tasklist or Cockpit. */
    static Set<String> dialogs(String application) {
        return found(DIALOG, application);
    }

    /** Our pages in Cockpit by their paths. */
    static Set<String> pagesInCockpit() {
        return found(ROUTE, "cockpit");
    }

    /** Templates of what customers see. */
    static Set<String> pagesOfCustomers() {
        Set<String> pages = names(Path.of("src/main/resources/pages"), ".html");
        pages.remove("layout");
        return pages;
    }

    private static Set<String> found(Pattern pattern, String application) {
        try (Stream<Path> files = Files.list(SCRIPTS.resolve(application).resolve("scripts"))) {
            Set<String> found = new TreeSet<>();
            for (Path script : files.toList()) {
                pattern.matcher(Files.readString(script)).results().forEach(one -> found.add(one.group(1)));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> names(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
