package org.recourse.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of a case and business key of all its process instances: {@code R-<region>-<yyyy>-<sequence>}. They are in order
 * of opening within a region.
 */
public record CaseNumber(@JsonValue String value) implements Identifier, Comparable<CaseNumber> {

    private static final Pattern FORMAT = Pattern.compile("R-[A-Za-z0-9]+-\\d{4}-\\d{6,}");

    /** @throws NotACaseNumber when it does not look like one */
    public CaseNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new NotACaseNumber(value);
        }
    }

    @JsonCreator
    public static CaseNumber of(String value) {
        return new CaseNumber(value);
    }

    /** The next one of a region in a year. */
    public static CaseNumber of(String region, int year, long sequence) {
        return new CaseNumber("R-%s-%d-%06d".formatted(region, year, sequence));
    }

    /** What somebody typed or linked to, where it can be a number at all. */
    public static Optional<CaseNumber> possible(String typed) {
        return FORMAT.matcher(typed).matches() ? Optional.of(new CaseNumber(typed)) : Optional.empty();
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
