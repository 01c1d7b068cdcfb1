package org.recourse.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides numbers of payment cards in what people write down, all but the last four digits (PCI DSS 3.4.1): nobody needs
 * them to settle a complaint. A number counts as a card's when it has 13 to 19 digits, begins like a card, has the
 * right check digit and is grouped like one; order numbers, phone numbers and bank accounts stay.
 */
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    /** Digits in groups. An international phone number or a bank account gives itself away by what precedes them. */
    private static final Pattern RUN =
            Pattern.compile("(?<prefix>\\+|\\b[A-Z]{2}(?=\\d{2}))?(?<run>\\d(?:[ \\u00A0.-]{0,2}+\\d)*+)");

    private static final Pattern GROUP = Pattern.compile("\\d+");
    private static final Pattern GROUPING = Pattern.compile("\\d+|(?:4 ){3,4}[1-4]|4 6 [45]");

    private CardNumbers() {}

    public static String hide(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        StringBuilder hidden = new StringBuilder(text);
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            if (runs.group("prefix") == null && runs.group("run").length() >= SHORTEST) {
                hideIn(hidden, runs.start("run"), runs.group("run"));
            }
        }
        return hidden.toString();
    }

    private static void hideIn(StringBuilder text, int offset, String run) {
        List<int[]> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(run);
        while (group.find()) {
            groups.add(new int[] {group.start(), group.end()});
        }
        for (int first = 0; first < groups.size(); first++) {
            for (int last = groups.size() - 1; last >= first; last--) {
                boolean whole = first == 0 && last == groups.size() - 1;
                if (isCard(run, groups.subList(first, last + 1), whole)) {
                    hideAllButFour(text, offset + groups.get(first)[0], offset + groups.get(last)[1]);
                    first = last;
                }
            }
        }
    }

    private static boolean isCard(String run, List<int[]> groups, boolean whole) {
        StringBuilder digits = new StringBuilder();
        StringBuilder grouping = new StringBuilder();
        for (int[] group : groups) {
            digits.append(run, group[0], group[1]);
            grouping.append(grouping.isEmpty() ? "" : " ").append(group[1] - group[0]);
        }
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && digits.charAt(0) >= '2'
                && digits.charAt(0) <= '6'
                && (whole || GROUPING.matcher(grouping).matches())
                && hasCheckDigit(digits);
    }

    /** Luhn, ISO/IEC 7812-1. */
    private static boolean hasCheckDigit(CharSequence digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static void hideAllButFour(StringBuilder text, int from, int to) {
        int shown = 4;
        for (int at = to - 1; at >= from; at--) {
            if (Character.isDigit(text.charAt(at)) && shown-- <= 0) {
                text.setCharAt(at, '*');
            }
        }
    }
}
