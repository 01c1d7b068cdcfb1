package org.recourse.governance.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The condition in a cell of a table, as far as it can be compared with others: texts, numbers, comparisons, ranges.
 *
 * @param source as it is written
 * @param negated whether everything but what is listed fits
 * @param readable whether this is all it says; a cell that asks for another variable or a date can fit anything
 */
record Cell(String source, boolean negated, Set<String> texts, List<Range> ranges, boolean readable) {

    static final Cell ANY = new Cell("", false, Set.of(), List.of(), true);

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:\"(?<text>[^\"]*)\"|(?<flag>true|false)\\b|(?<open>[\\[\\](])\\s*(?<from>" + NUMBER
                    + ")\\s*\\.\\.\\s*(?<to>" + NUMBER + ")\\s*(?<close>[\\[\\])])|(?<sign><=|>=|<|>)?\\s*(?<number>"
                    + NUMBER + "))\\s*(?:,|$)");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

    /** Numbers between two bounds; none is no bound. */
    record Range(Optional<BigDecimal> from, boolean fromIncluded, Optional<BigDecimal> to, boolean toIncluded) {

        boolean has(BigDecimal number) {
            return from.map(bound -> number.compareTo(bound) >= (fromIncluded ? 0 : 1))
                            .orElse(true)
                    && to.map(bound -> number.compareTo(bound) <= (toIncluded ? 0 : -1))
                            .orElse(true);
        }
    }

    static Cell read(String source) {
        String text = source.strip();
        if (text.isEmpty() || text.equals("-")) {
            return ANY;
        }
        Matcher not = NOT.matcher(text);
        boolean negated = not.matches();
        String listed = negated ? not.group(1) : text;
        Set<String> texts = new LinkedHashSet<>();
        List<Range> ranges = new ArrayList<>();
        Matcher token = TOKEN.matcher(listed);
        int end = 0;
        while (end < listed.length() && token.region(end, listed.length()).lookingAt()) {
            take(token, texts, ranges);
            end = token.end();
        }
        return new Cell(text, negated, texts, ranges, end == listed.length());
    }

    private static void take(Matcher token, Set<String> texts, List<Range> ranges) {
        if (token.group("text") != null) {
            texts.add(token.group("text"));
        } else if (token.group("flag") != null) {
            texts.add(token.group("flag"));
        } else if (token.group("open") != null) {
            ranges.add(new Range(
                    Optional.of(new BigDecimal(token.group("from"))),
                    token.group("open").equals("["),
                    Optional.of(new BigDecimal(token.group("to"))),
                    token.group("close").equals("]")));
        } else {
            ranges.add(range(token.group("sign"), Optional.of(new BigDecimal(token.group("number")))));
        }
    }

    private static Range range(@Nullable String sign, Optional<BigDecimal> bound) {
        if (sign == null) {
            return new Range(bound, true, bound, true);
        }
        boolean included = sign.endsWith("=");
        return sign.startsWith("<")
                ? new Range(Optional.empty(), true, bound, included)
                : new Range(bound, included, Optional.empty(), true);
    }

    boolean isAny() {
        return source.isEmpty();
    }

    boolean fits(String text) {
        return isAny() || texts.contains(text) != negated;
    }

    boolean fits(BigDecimal number) {
        return isAny() || ranges.stream().anyMatch(range -> range.has(number)) != negated;
    }

    /** The numbers at which what fits may change. */
    Set<BigDecimal> bounds() {
        Set<BigDecimal> bounds = new TreeSet<>();
        ranges.forEach(range -> {
            range.from().ifPresent(bounds::add);
            range.to().ifPresent(bounds::add);
        });
        return bounds;
    }

    /** Up to which number everything fits: of {@code <= 25} it is 25. Nothing where there is no such bound. */
    Optional<BigDecimal> upTo() {
        return negated || ranges.size() != 1 || ranges.get(0).from().isPresent()
                ? Optional.empty()
                : ranges.get(0).to();
    }
}
