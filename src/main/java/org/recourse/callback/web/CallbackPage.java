package org.recourse.callback.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Window;
import org.recourse.callback.Appointment;
import org.recourse.callback.Appointments;
import org.recourse.form.RefusedInput;
import org.recourse.pages.CustomerPages;
import org.recourse.pages.LinkSpent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the customer moves or cancels a callback; the token is the only key. */
@RestController
@RequestMapping("/callback/{token}")
class CallbackPage {

    private final Appointments appointments;
    private final CustomerPages pages;

    CallbackPage(Appointments appointments, CustomerPages pages) {
        this.appointments = appointments;
        this.pages = pages;
    }

    record Day(String day, List<Choice> windows) {}

    record Choice(String value, String label) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token) {
        return form(HttpStatus.OK, appointments.open(token), null);
    }

    @PostMapping
    ResponseEntity<String> take(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String wish,
            @RequestParam(required = false) @Nullable String window) {
        Appointment appointment = appointments.open(token);
        if ("cancel".equals(wish)) {
            appointments.cancel(token);
            return pages.note(HttpStatus.OK, "cancelled", appointment.language());
        }
        Instant from = instant(window);
        if (from == null) {
            return form(HttpStatus.BAD_REQUEST, appointment, "callbackMissing");
        }
        try {
            appointments.move(token, from);
        } catch (RefusedInput taken) {
            return form(HttpStatus.CONFLICT, appointments.open(token), "callbackTaken");
        }
        String moved = appointment.free().stream()
                .filter(free -> free.from().equals(from))
                .findFirst()
                .map(free -> told(free, "dayPattern", appointment))
                .orElse("");
        return pages.note(HttpStatus.OK, "moved", moved, appointment.language());
    }

    @ExceptionHandler
    ResponseEntity<String> spent(LinkSpent spent) {
        return pages.spent(spent);
    }

    private ResponseEntity<String> form(HttpStatus status, Appointment appointment, @Nullable String error) {
        ZoneId zone = appointment.zone();
        Map<String, Object> values = new HashMap<>();
        values.put("window", told(appointment.window(), "dayPattern", appointment));
        values.put("zone", zone.getId());
        values.put("days", days(appointment, zone));
        values.put("anyFree", !appointment.free().isEmpty());
        values.put("error", error == null ? "" : pages.text(error, appointment.language()));
        return pages.page(status, "callback", appointment.language(), values);
    }

    /** A telephone shows of the chosen window the option only, not the day above it: both say the day. */
    private List<Day> days(Appointment appointment, ZoneId zone) {
        DateTimeFormatter days = days("dayPattern", appointment);
        Map<LocalDate, List<Window>> byDay = appointment.free().stream()
                .collect(Collectors.groupingBy(
                        window -> window.from().atZone(zone).toLocalDate(), TreeMap::new, Collectors.toList()));
        return byDay.values().stream()
                .map(windows -> new Day(
                        days.format(windows.get(0).from().atZone(zone)),
                        windows.stream()
                                .map(window -> new Choice(
                                        window.from().toString(), told(window, "shortDayPattern", appointment)))
                                .toList()))
                .toList();
    }

    private DateTimeFormatter days(String pattern, Appointment appointment) {
        return DateTimeFormatter.ofPattern(
                pages.text(pattern, appointment.language()), pages.language(appointment.language()));
    }

    /** Day and hours. */
    private String told(Window window, String pattern, Appointment appointment) {
        ZoneId zone = appointment.zone();
        return days(pattern, appointment).format(window.from().atZone(zone)) + ", " + hours(window, zone);
    }

    private static String hours(Window window, ZoneId zone) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm");
        return clock.format(window.from().atZone(zone)) + "–"
                + clock.format(window.to().atZone(zone));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException notOneOfOurs) {
            return null;
        }
    }
}
