package org.recourse.insight.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Times;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.record.CaseEvent;
import org.recourse.record.EventKind;
import org.springframework.stereotype.Component;

/**
 * The log in the words of people: names where it has ids of users and groups, labels where it has ids of elements, times of
 * the house where it has instants. Who did it stays an id. A changed field is somebody's own words and is read as a whole.
 */
@Component
class ReadableLog {

    /** Where the sentences of the log put somebody: first, after a few small words, in brackets. */
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?<=^|\\bfor |\\bby |\\bfrom |\\bto |\\bwith |\\bof |, |\\()[A-Za-z][\\w.@-]*\\w(?=[\\s:,.;)]|$)");

    private static final Pattern ELEMENT =
            Pattern.compile("\\b(?:\\w+Task|CallActivity|SubProcess|\\w*Event)_([A-Z]\\w*)\\b");
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Set<String> PEOPLE = Set.of("agent", "owner");
    private static final String TEAM = "team-";
    private static final Pattern ASKED = Pattern.compile("^[\\w.@-]+(?=: )");
    private static final int LONGEST_ID = 64;

    private final People people;
    private final Times times;

    ReadableLog(People people, Times times) {
        this.people = people;
        this.times = times;
    }

    List<CaseEvent> of(List<CaseEvent> events, Locale language) {
        Map<String, String> names = names(events);
        return events.stream()
                .map(event -> new CaseEvent(
                        event.at(),
                        event.who(),
                        event.step(),
                        event.kind(),
                        event.field(),
                        told(event, event.before(), names, language),
                        told(event, event.after(), names, language),
                        event.definition()))
                .toList();
    }

    private @Nullable String told(CaseEvent event, @Nullable String text, Map<String, String> names, Locale language) {
        if (text == null) {
            return null;
        }
        if (event.field() != null) {
            return isSomebody(event) ? names.getOrDefault(text, text) : times.readable(text, language);
        }
        if (event.kind() == EventKind.ASKED) {
            return ASKED.matcher(text)
                    .replaceFirst(who -> Matcher.quoteReplacement(names.getOrDefault(who.group(), who.group())));
        }
        if (event.inTheirWords()) {
            return times.readable(text, language);
        }
        String readable = times.readable(text, language);
        String named = SOMEBODY.matcher(readable)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isMeant(found, readable) ? names.getOrDefault(found.group(), found.group()) : found.group()));
        return ELEMENT.matcher(named).replaceAll(found -> label(found.group(1)));
    }

    /**
     * What follows a colon may be words of people, who say "manager" as well. A team's group is nobody's word, and whoever
     * stands in brackets at the end is no part of them.
     */
    private static boolean isMeant(MatchResult found, String text) {
        int colon = text.indexOf(": ");
        boolean first = found.start() == 0 && found.end() == colon;
        if (!found.group().startsWith(TEAM) && Roles.isGroup(found.group())) {
            return first;
        }
        boolean last = text.startsWith(")", found.end()) && found.end() + 1 == text.length();
        return colon < 0 || found.end() <= colon || last || found.group().startsWith(TEAM);
    }

    /** {@code Check agreement} of {@code CheckAgreement}. */
    private static String label(String id) {
        String words = NEXT_WORD.matcher(id).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Of those who may be meant; what is no id stays out. */
    private Map<String, String> names(List<CaseEvent> events) {
        Set<String> asked = events.stream()
                .flatMap(ReadableLog::maybeSomebody)
                .filter(word -> word.length() <= LONGEST_ID)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>(people.fullNames(asked));
        names.entrySet().removeIf(name -> name.getValue().equals(name.getKey()));
        asked.stream().filter(Roles::isGroup).forEach(group -> names.put(group, people.groupName(group)));
        return names;
    }

    private static Stream<String> maybeSomebody(CaseEvent event) {
        if (isSomebody(event)) {
            return Stream.of(event.before(), event.after()).filter(Objects::nonNull);
        }
        if (event.kind() == EventKind.ASKED && event.after() != null) {
            return ASKED.matcher(event.after()).results().map(MatchResult::group);
        }
        return event.field() != null || event.after() == null || event.inTheirWords()
                ? Stream.empty()
                : SOMEBODY.matcher(event.after()).results().map(MatchResult::group);
    }

    private static boolean isSomebody(CaseEvent event) {
        String field = event.field();
        return field != null && (PEOPLE.contains(field) || field.endsWith("_by"));
    }
}
