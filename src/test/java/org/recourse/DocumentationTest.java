package org.recourse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever comes next finds what code and pages refer to. */
class DocumentationTest {

    private static final Pattern PROMISE = Pattern.compile("\\b[RB][0-9]{1,2}\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([RB][0-9]{1,2}) \\|");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern PAGE = Pattern.compile("(?<![\"\\w./-])[\\w./-]+\\.md\\b");
    private static final Set<String> TEXTS =
            Set.of("java", "js", "bpmn", "dmn", "form", "xsl", "properties", "yaml", "txt", "md");

    @Test
    void every_promise_that_is_named_is_explained() throws IOException {
        var explained = found(ROW, Files.readString(Path.of("docs/requirements.md")), 1);
        var named = new TreeSet<String>();
        for (var file : files(Path.of("src"), Path.of("bpmn"), Path.of("forms"), Path.of("docs"))) {
            named.addAll(found(PROMISE, Files.readString(file), 0));
        }

        assertThat(named).contains("R1", "B3");
        assertThat(explained).containsAll(named);
    }

    @Test
    void every_link_of_a_page_leads_somewhere() throws IOException {
        var lost = new ArrayList<String>();
        for (var page : pages()) {
            for (var target : found(LINK, Files.readString(page), 1)) {
                if (!target.contains(":") && !Files.exists(page.resolveSibling(URLDecoder.decode(target, UTF_8)))) {
                    lost.add(page + " → " + target);
                }
            }
        }

        assertThat(lost).isEmpty();
    }

    @Test
    void every_page_that_a_comment_names_is_there() throws IOException {
        var lost = new ArrayList<String>();
        for (var file : files(Path.of("src"), Path.of("bpmn"), Path.of("forms"), Path.of("docs"))) {
            for (var page : found(PAGE, Files.readString(file), 0)) {
                if (!Files.exists(Path.of(page)) && !Files.exists(file.resolveSibling(page))) {
                    lost.add(file + " → " + page);
                }
            }
        }

        assertThat(lost).isEmpty();
    }

    @Test
    void every_decision_is_in_the_index() throws IOException {
        var index = found(LINK, Files.readString(Path.of("docs/decisions/README.md")), 1);
        try (var pages = Files.list(Path.of("docs/decisions"))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains(name));
        }
    }

    @Test
    void every_form_is_in_the_contract_with_its_keys() throws IOException {
        var rows = Files.readAllLines(Path.of("docs/contract.md"));
        var ofEveryCall =
                List.of("callState", "handOverTrigger", "connection", "callbackFrom", "callbackTo", "callbackNumber");
        try (var forms = Files.list(Path.of("forms"))) {
            for (var form :
                    forms.filter(each -> each.toString().endsWith(".form")).toList()) {
                var id = form.getFileName().toString().replace(".form", "");
                var row = rows.stream()
                        .filter(each -> each.contains("| `" + id + "` |"))
                        .findFirst()
                        .orElse("");
                var keys = new TreeSet<String>();
                collect(new ObjectMapper().readTree(form.toFile()).get("components"), keys);
                if (row.contains("*The call*")) {
                    ofEveryCall.forEach(keys::remove);
                }
                assertThat(keys)
                        .as(id)
                        .isNotEmpty()
                        .allSatisfy(key -> assertThat(row).contains("`" + key + "`"));
            }
        }
    }

    private static void collect(JsonNode components, Set<String> keys) {
        for (var component : components) {
            var type = component.path("type").asText();
            if (component.has("key") && !type.equals("text") && !type.equals("expression")) {
                keys.add(component.get("key").asText());
            }
            collect(component.path("components"), keys);
        }
    }

    private static TreeSet<String> found(Pattern pattern, String text, int group) {
        var found = new TreeSet<String>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .forEach(found::add);
        return found;
    }

    private static List<Path> pages() throws IOException {
        try (var top = Files.list(Path.of("."));
                var below = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<Path> files(Path... roots) throws IOException {
        var files = new ArrayList<Path>();
        for (var root : roots) {
            try (var below = Files.walk(root)) {
                below.filter(Files::isRegularFile)
                        .filter(file -> TEXTS.contains(file.toString().replaceAll(".*\\.", "")))
                        .filter(file -> !file.endsWith("DocumentationTest.java"))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
