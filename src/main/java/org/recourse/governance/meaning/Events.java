package org.recourse.governance.meaning;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.recourse.governance.ExpressionKinds;
import org.recourse.governance.SafeXml;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Processes begin as the code begins them, keep the case's number, are kept long enough, and their timers can be read. */
@Component
class Events implements Meaning.Rule {

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final Pattern DURATION = Pattern.compile("P(?=[\\dT])([^T]*)(T.+)?");
    private static final Pattern CYCLE = Pattern.compile("R\\d*/(.+)");
    private static final Pattern DAYS = Pattern.compile("P?(\\d{1,6})D?");
    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        long kept = product.all("process").mapToLong(Events::daysKept).min().orElse(0);
        for (Diagram diagram : release.diagrams().values()) {
            diagram.all("process")
                    .filter(process -> daysKept(process) < kept)
                    .forEach(process -> found.add(diagram.file(), Diagram.id(process), "kept-too-short", kept));
            Optional<Diagram> original = diagram.processes().stream()
                    .flatMap(id -> product.process(id).stream())
                    .findFirst();
            checkStarts(diagram, original, found);
            diagram.all("signalEventDefinition", "conditionalEventDefinition")
                    .forEach(event -> found.add(diagram.file(), place(event), "event-unknown", event.getLocalName()));
            diagram.all("callActivity").forEach(call -> checkBusinessKey(diagram, call, found));
            diagram.everything().stream()
                    .filter(element -> TIMES.contains(element.getLocalName()))
                    .forEach(time -> checkTime(diagram, time, found));
        }
    }

    /** Of the process where the element belongs to an event, since the definitions have ids that nobody sees. */
    private static String place(Element definition) {
        return definition.getParentNode() instanceof Element event ? Diagram.id(event) : Diagram.id(definition);
    }

    private static long daysKept(Element process) {
        Matcher days = DAYS.matcher(Diagram.camunda(process, "historyTimeToLive"));
        return days.matches() ? Long.parseLong(days.group(1)) : 0;
    }

    private static void checkStarts(Diagram diagram, Optional<Diagram> original, Found found) {
        Set<String> known = original.map(Diagram::topLevelStarts).stream()
                .flatMap(starts -> starts)
                .map(start -> start.getAttribute("id"))
                .collect(Collectors.toSet());
        long plain = diagram.topLevelStarts()
                .filter(start -> known.contains(start.getAttribute("id")) || known.isEmpty())
                .count();
        diagram.topLevelStarts().forEach(start -> {
            boolean isKnown = known.isEmpty() || known.contains(start.getAttribute("id"));
            boolean begunByItself = Diagram.inside(start, "*")
                    .anyMatch(inside -> inside.getLocalName().endsWith("EventDefinition"));
            if (!isKnown || begunByItself || plain > 1) {
                found.add(diagram.file(), Diagram.id(start), "start-unknown");
            }
        });
        if (plain == 0 && diagram.topLevelStarts().findAny().isEmpty()) {
            diagram.processes().forEach(process -> found.add(diagram.file(), process, "no-start"));
        }
    }

    private static void checkBusinessKey(Diagram diagram, Element call, Found found) {
        var keys = Diagram.inside(call, "in")
                .map(in -> in.getAttribute("businessKey").strip())
                .filter(key -> !key.isEmpty())
                .toList();
        if (keys.isEmpty()) {
            found.add(diagram.file(), Diagram.id(call), "no-business-key");
        }
        keys.stream()
                .filter(key -> !key.equals(BUSINESS_KEY))
                .forEach(key -> found.add(diagram.file(), Diagram.id(call), "business-key", key));
    }

    private static void checkTime(Diagram diagram, Element time, Found found) {
        String text = SafeXml.ownText(time);
        if (ExpressionKinds.isExpression(text)) {
            return;
        }
        boolean readable = switch (time.getLocalName()) {
            case "timeDate" -> isDate(text);
            case "timeDuration" -> isDuration(text);
            default -> isCycle(text);
        };
        if (!readable) {
            Element event = (Element) time.getParentNode();
            found.add(diagram.file(), place(event), "time-unreadable", text);
        }
    }

    private static boolean isDate(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean isDuration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            boolean hasDays = !parts.group(1).isEmpty();
            if (hasDays) {
                Period.parse("P" + parts.group(1));
            }
            if (parts.group(2) != null) {
                Duration.parse("P" + parts.group(2));
            }
            return hasDays || parts.group(2) != null;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static boolean isCycle(String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (!cycle.matches()) {
            return false;
        }
        String[] parts = cycle.group(1).split("/");
        return parts.length == 1
                ? isDuration(parts[0])
                : parts.length == 2
                        && (isDate(parts[0]) && isDuration(parts[1]) || isDuration(parts[0]) && isDate(parts[1]));
    }
}
