package org.recourse.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.calendar.Calendars;
import org.recourse.calendar.Window;
import org.recourse.identifier.Team;
import org.recourse.identity.People;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * When the owner of a callback can call: customer's zone and quiet hours, the team's opening hours, and what the owner
 * has promised to others already (R19). A group can make as many calls at once as it has members.
 */
@Component
@EnableConfigurationProperties(CallbackProperties.class)
class FreeTime {

    private static final Duration SEARCHED = Duration.ofDays(14);

    private final CallbackRows rows;
    private final Calendars calendars;
    private final CustomerZones zones;
    private final People people;
    private final CallbackProperties properties;
    private final Clock clock;

    FreeTime(
            CallbackRows rows,
            Calendars calendars,
            CustomerZones zones,
            People people,
            CallbackProperties properties,
            Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.zones = zones;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    /** Windows to offer, each of the usual length, with time to prepare. */
    List<Window> offers(Callback callback) {
        return windows(callback, clock.instant().plus(properties.preparation()), properties.window())
                .limit(properties.offered())
                .toList();
    }

    /**
     * What can be booked of the wanted window: as much of it as is free, else the next free window of its length. No
     * window wanted: the next one that leaves time to prepare.
     */
    Window bookable(Callback callback) {
        Instant from = callback.windowFrom();
        Instant to = callback.windowTo();
        Instant now = clock.instant();
        if (from == null) {
            return next(callback, now.plus(properties.preparation()), properties.window());
        }
        Instant end = to != null && to.isAfter(from) ? to : from.plus(properties.window());
        return freePart(callback, later(from, now), end)
                .orElseGet(() -> next(callback, later(from, now), Duration.between(from, end)));
    }

    /** The first free part of a window that is long enough for a call. */
    Optional<Window> freePart(Callback callback, Instant from, Instant to) {
        return from.isBefore(to)
                ? stretches(callback, from, to)
                        .filter(part -> part.length().compareTo(properties.shortest()) >= 0)
                        .findFirst()
                : Optional.empty();
    }

    /** When to call again: inside the booked window while it lasts, else as soon as customer and owner can be reached. */
    Window again(Callback callback, Duration spacing) {
        Instant earliest = clock.instant().plus(spacing);
        Window free = stretches(callback, earliest, earliest.plus(SEARCHED))
                .findFirst()
                .orElseThrow(() -> nothingFree(callback));
        Instant booked = callback.windowTo();
        Instant until = booked != null && booked.isAfter(free.from())
                ? booked
                : free.from().plus(properties.window());
        return new Window(free.from(), until.isBefore(free.to()) ? until : free.to());
    }

    /** Whether the owner has promised another call in that time. */
    boolean isTaken(Callback callback, Instant from, Instant to) {
        Window window = new Window(from, to);
        return taken(callback, from).stream()
                .anyMatch(other -> other.overlap(window).isPresent());
    }

    /** When the time to prepare a call begins, in opening hours; empty when that is past. */
    Optional<Instant> preparation(Team team, Instant call) {
        Instant begins = calendars.of(team).minus(call, properties.preparation());
        return Optional.of(begins).filter(clock.instant()::isBefore);
    }

    private Window next(Callback callback, Instant earliest, Duration length) {
        return windows(callback, earliest, length).findFirst().orElseThrow(() -> nothingFree(callback));
    }

    private Stream<Window> windows(Callback callback, Instant earliest, Duration length) {
        List<Window> taken = taken(callback, earliest);
        return calendars
                .of(callback.team())
                .freeWindows(
                        earliest,
                        earliest.plus(SEARCHED),
                        length,
                        zones.of(callback.caseNumber()),
                        calendars.quietHours())
                .stream()
                .filter(window ->
                        taken.stream().allMatch(other -> other.overlap(window).isEmpty()));
    }

    private Stream<Window> stretches(Callback callback, Instant from, Instant to) {
        List<Window> free = calendars
                .of(callback.team())
                .reachable(from, to, zones.of(callback.caseNumber()), calendars.quietHours());
        for (Window other : taken(callback, from)) {
            free = free.stream().flatMap(window -> without(window, other)).toList();
        }
        return free.stream();
    }

    private static Stream<Window> without(Window window, Window taken) {
        if (window.overlap(taken).isEmpty()) {
            return Stream.of(window);
        }
        List<Window> left = new ArrayList<>();
        if (window.from().isBefore(taken.from())) {
            left.add(new Window(window.from(), taken.from()));
        }
        if (window.to().isAfter(taken.to())) {
            left.add(new Window(taken.to(), window.to()));
        }
        return left.stream();
    }

    /** When every person who could call is booked by others. */
    private List<Window> taken(Callback callback, Instant from) {
        List<Window> booked = rows.bookedBy(callback.owner(), from, callback.id());
        int capacity = Math.max(1, people.membersOf(callback.owner()).size());
        return capacity == 1 ? booked : fullyTaken(booked, capacity);
    }

    private static List<Window> fullyTaken(Collection<Window> booked, int capacity) {
        List<Instant> edges = booked.stream()
                .flatMap(window -> Stream.of(window.from(), window.to()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        List<Window> full = new ArrayList<>();
        for (int i = 1; i < edges.size(); i++) {
            Window part = new Window(edges.get(i - 1), edges.get(i));
            if (booked.stream().filter(window -> window.contains(part.from())).count() >= capacity) {
                full.add(part);
            }
        }
        return full;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static IllegalStateException nothingFree(Callback callback) {
        return new IllegalStateException(
                "%s has no free time for a callback within %d days".formatted(callback.owner(), SEARCHED.toDays()));
    }
}
