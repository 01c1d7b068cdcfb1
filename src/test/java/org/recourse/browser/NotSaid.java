package org.recourse.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recourse.text.PseudoLanguage;

/**
 * Finds in what a page shows the pieces that no bundle said: outside of the brackets of the pseudo-language, no word of a
 * person, a name or an id, and none of Camunda's own texts.
 */
final class NotSaid {

    /** What is to be read on a page below the elements of a selector: texts, and what stands in empty fields or pops up. */
    static final String SHOWN = """
            selector => {
              const shown = new Set();
              const visible = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
              for (const root of document.querySelectorAll(selector)) {
                const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                  const owner = text.parentElement;
                  if (owner && !owner.closest('script, style, svg, .ce-eol-banner, .flatpickr-calendar, [hidden]') && visible(owner)) shown.add(text.data);
                }
                for (const element of root.querySelectorAll('[placeholder], [title], [aria-label]')) {
                  if (!visible(element) || element.closest('.flatpickr-calendar')) continue;
                  for (const name of ['placeholder', 'title', 'aria-label']) {
                    if (element.getAttribute(name)) shown.add(element.getAttribute(name));
                  }
                }
              }
              return [...shown];
            }""";

    private static final String LOCALES = "/META-INF/resources/webjars/camunda/app/%s/locales/en.json";
    private static final Path EXCEPTIONS = Path.of("src/test/resources/pseudo-language/not-ours.txt");

    private static final Pattern BETWEEN = Pattern.compile("(?m)^- |[·|—–:;,()\\[\\]\\n\\r\\t/“”„\"]+|\\s{2,}|\\. ");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s«»]+");

    /** Numbers of cases and customers, ids of elements, tables and processes, addresses, currencies, zones, days, keys. */
    private static final Pattern NO_WORD = Pattern.compile(
            "R-[A-Z]+-\\d{4}-\\d+[.\\d]*|[\\w-]+\\.(?:bpmn|dmn|form)|C-\\d+|release-\\d+|[\\w.+-]+@[\\w.-]+|[A-Z]{3}|[A-Z][a-z]+/[A-Z]\\w+|\\w+_\\w+|[A-Z][a-z]+(?:[A-Z][a-z]+)+|(?:\\p{L}{2,3} )?\\d+ \\p{L}{3}(?: \\d{4})?|Alt .|(?:an?|\\d+) \\w+ ago|[\\d.,:+%-]*[a-z]?");

    private final Set<String> known = new TreeSet<>();
    private final Set<String> exceptions = new TreeSet<>();

    NotSaid() {
        try {
            for (String app : List.of("tasklist", "cockpit")) {
                try (InputStream texts =
                        Objects.requireNonNull(NotSaid.class.getResourceAsStream(LOCALES.formatted(app)))) {
                    byte[] json = texts.readAllBytes();
                    gather(
                            new ObjectMapper()
                                    .readTree(new String(json, java.nio.charset.StandardCharsets.UTF_8)
                                            .replace("\uFEFF", "")),
                            exceptions);
                }
            }
            Files.readAllLines(EXCEPTIONS).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(exceptions::add);
            gather(
                    new ObjectMapper()
                            .readTree(Path.of("src/main/resources/demo/cases.json")
                                    .toFile()),
                    known);
            for (String file : List.of("customers.csv", "articles.csv")) {
                Files.readAllLines(Path.of("src/main/resources/demo", file)).stream()
                        .flatMap(line -> Stream.of(line.split("[,;\"]")))
                        .map(String::strip)
                        .forEach(known::add);
            }
            Files.readAllLines(Path.of("src/main/java/org/recourse/identity/setup/DemoUsers.java")).stream()
                    .map(line -> Pattern.compile("\"([^\"]+)\"")
                            .matcher(line)
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.joining(" ")))
                    .forEach(known::add);
            // an owner's texts stand in the tables themselves; a language that the owner did not write is told in
            // English
            try (Stream<Path> tables = Files.list(Path.of("bpmn"))) {
                for (Path table :
                        tables.filter(file -> file.toString().endsWith(".dmn")).toList()) {
                    known.add(Files.readString(table));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void gather(JsonNode node, Set<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText().strip());
        }
        node.forEach(child -> gather(child, texts));
    }

    List<String> in(List<String> shown) {
        return shown.stream()
                .filter(text -> !exceptions.contains(text.strip()))
                .map(text -> outsideOfBrackets(ADDRESS.matcher(text).replaceAll("·")))
                .flatMap(text -> Stream.of(BETWEEN.split(text)))
                .map(String::strip)
                .filter(piece -> piece.codePoints().filter(Character::isLetter).count() > 1)
                .filter(piece -> !NO_WORD.matcher(piece).matches())
                .filter(piece -> !exceptions.contains(piece))
                .filter(piece -> known.stream().noneMatch(words -> words.contains(piece)))
                .distinct()
                .toList();
    }

    private static String outsideOfBrackets(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char letter : text.toCharArray()) {
            if (letter == PseudoLanguage.OPEN) {
                depth++;
            } else if (letter == PseudoLanguage.CLOSE) {
                depth--;
                outside.append(" · ");
            } else if (depth <= 0) {
                outside.append(letter);
            }
        }
        return outside.toString();
    }
}
