package org.recourse.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Public holidays of a country or region and the team's own closing days: kept per year, because a list of a thousand
 * due times asks for the same few years again and again.
 */
final class Holidays implements Predicate<LocalDate> {

    private final HolidayManager manager;
    private final String[] region;
    private final Set<LocalDate> closingDays;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    /**
     * @param place country and, where holidays differ, region: {@code DE}, {@code DE-BY}, {@code GB-ENG}. Unknown ones
     *     are refused with an {@link IllegalArgumentException}; Jollyday itself passes over an unknown region
     * @param closingDays days on which the team is closed beside the public holidays
     */
    public Holidays(String place, Collection<LocalDate> closingDays) {
        String[] parts = place.strip().split("-", -1);
        if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0].toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("No holidays are known for the country \"%s\".".formatted(parts[0]));
        }
        this.manager = HolidayManager.getInstance(ManagerParameters.create(parts[0].toLowerCase(Locale.ROOT)));
        this.region = Arrays.stream(parts)
                .skip(1)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        this.closingDays = Set.copyOf(closingDays);
        refuseUnknownRegion(place);
    }

    /** Whether that day is a public holiday, a day on which one is made up for, or an own closing day. */
    @Override
    public boolean test(LocalDate day) {
        return closingDays.contains(day)
                || years.computeIfAbsent(day.getYear(), this::inYear).contains(day);
    }

    /** A holiday can be made up for in a neighbouring year: New Year 2028 in the United States on 31 December 2027. */
    private Set<LocalDate> inYear(int year) {
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(each -> manager.getHolidays(Year.of(each), region))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .flatMap(Holidays::days)
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> days(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
    }

    private void refuseUnknownRegion(String place) {
        CalendarHierarchy at = manager.getCalendarHierarchy();
        for (String part : region) {
            CalendarHierarchy child = at.getChildren().get(part);
            if (child == null) {
                throw new IllegalArgumentException("No holidays are known for the region \"%s\"; below %s there are %s."
                        .formatted(
                                place,
                                at.getId(),
                                at.getChildren().keySet().stream().sorted().toList()));
            }
            at = child;
        }
    }
}
