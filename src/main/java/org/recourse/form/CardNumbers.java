package org.recourse.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides numbers of payment cards in what people write down, all but the last four digits (PCI DSS 3.4.1): nobody needs
 * them to settle a complaint. A number counts as a card's when an issuer has its first digits and its length, it has
 * the right check digit and is grouped like one; order numbers, phone numbers and bank accounts stay.
 */
public final class CardNumbers {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;
    private static final int SHOWN = 4;
    /** Longer numbers before a point are no whole part of a decimal number that anybody writes. */
    private static final int LONGEST_WHOLE_PART = 3;

    private static final Pattern GROUPING = Pattern.compile("\\d+|(?:4 ){3,4}[1-4]|4 6 [45]");

    /**
     * Who issues cards with these first digits, and how long their numbers are.
     *
     * @param from lowest first digits
     * @param to highest first digits, as many as {@code from} has
     */
    private record Issuer(int from, int to, List<Integer> lengths) {

        static Issuer of(int from, int to, Integer... lengths) {
            return new Issuer(from, to, List.of(lengths));
        }

        boolean issues(CharSequence digits) {
            int first = Integer.parseInt(digits, 0, Integer.toString(from).length(), 10);
            return first >= from && first <= to && lengths.contains(digits.length());
        }
    }

    private static final Integer[] MAESTRO = {12, 13, 14, 15, 16, 17, 18, 19};
    private static final Integer[] DINERS = {14, 16, 17, 18, 19};
    private static final Integer[] FROM_SIXTEEN = {16, 17, 18, 19};

    private static final List<Issuer> ISSUERS = List.of(
            Issuer.of(4, 4, 13, 16, 19),
            Issuer.of(51, 55, 16),
            Issuer.of(2221, 2720, 16),
            Issuer.of(34, 34, 15),
            Issuer.of(37, 37, 15),
            Issuer.of(5018, 5018, MAESTRO),
            Issuer.of(5020, 5020, MAESTRO),
            Issuer.of(5038, 5038, MAESTRO),
            Issuer.of(5893, 5893, MAESTRO),
            Issuer.of(6304, 6304, MAESTRO),
            Issuer.of(6759, 6759, MAESTRO),
            Issuer.of(6761, 6763, MAESTRO),
            Issuer.of(6767, 6767, MAESTRO),
            Issuer.of(6799, 6799, MAESTRO),
            Issuer.of(6011, 6011, FROM_SIXTEEN),
            Issuer.of(644, 649, FROM_SIXTEEN),
            Issuer.of(65, 65, FROM_SIXTEEN),
            Issuer.of(62, 62, FROM_SIXTEEN),
            Issuer.of(3528, 3589, FROM_SIXTEEN),
            Issuer.of(300, 305, DINERS),
            Issuer.of(3095, 3095, DINERS),
            Issuer.of(36, 36, DINERS),
            Issuer.of(38, 39, DINERS));

    /** Digits without anything between them, by their places in the text. */
    private record Group(int from, int to) {

        int length() {
            return to - from;
        }
    }

    private CardNumbers() {}

    public static String hide(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        StringBuilder hidden = new StringBuilder(text);
        List<Group> run = new ArrayList<>();
        for (Group group : groups(text)) {
            if (!run.isEmpty() && !isGap(text, run.get(run.size() - 1).to(), group.from())) {
                hideIn(hidden, run);
                run.clear();
            }
            run.add(group);
        }
        hideIn(hidden, run);
        return hidden.toString();
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        int from = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean digit = at < text.length() && isDigit(text.charAt(at));
            if (digit && from < 0) {
                from = at;
            } else if (!digit && from >= 0) {
                groups.add(new Group(from, at));
                from = -1;
            }
        }
        return groups;
    }

    private static boolean isGap(String text, int from, int to) {
        return to - from <= 2
                && text.substring(from, to).chars().allMatch(character -> " \u00A0.-".indexOf(character) >= 0);
    }

    private static void hideIn(StringBuilder text, List<Group> run) {
        if (run.isEmpty() || isPhoneOrAccount(text, run.get(0).from())) {
            return;
        }
        int first = 0;
        while (first < run.size()) {
            int last = lastOfCard(text, run, first);
            if (last >= 0) {
                hideAllButFour(text, run.get(first).from(), run.get(last).to());
            }
            first = Math.max(first, last) + 1;
        }
    }

    /** The widest card that begins with that group; the digits of a card bound how far is looked. */
    private static int lastOfCard(CharSequence text, List<Group> run, int first) {
        StringBuilder digits = new StringBuilder();
        StringBuilder grouping = new StringBuilder();
        int card = -1;
        for (int last = first; last < run.size(); last++) {
            Group group = run.get(last);
            if (digits.length() + group.length() > LONGEST) {
                break;
            }
            digits.append(text, group.from(), group.to());
            grouping.append(last == first ? "" : " ").append(group.length());
            boolean whole = first == 0 && last == run.size() - 1;
            if (digits.length() >= SHORTEST
                    && (whole || GROUPING.matcher(grouping).matches() && !isFraction(text, run, first))
                    && ISSUERS.stream().anyMatch(issuer -> issuer.issues(digits))
                    && hasCheckDigit(digits)) {
                card = last;
            }
        }
        return card;
    }

    /** An international phone number or a bank account gives itself away by what precedes it. */
    private static boolean isPhoneOrAccount(CharSequence text, int from) {
        if (from > 0 && text.charAt(from - 1) == '+') {
            return true;
        }
        return from > 1
                && isCapital(text.charAt(from - 1))
                && isCapital(text.charAt(from - 2))
                && (from == 2 || !Character.isLetterOrDigit(text.charAt(from - 3)))
                && from + 1 < text.length()
                && isDigit(text.charAt(from + 1));
    }

    /** Whether the group stands behind the point of a decimal number, {@code 0.5309136012499991}. */
    private static boolean isFraction(CharSequence text, List<Group> run, int first) {
        if (first == 0) {
            return false;
        }
        Group whole = run.get(first - 1);
        int from = run.get(first).from();
        return from - whole.to() == 1 && text.charAt(whole.to()) == '.' && whole.length() <= LONGEST_WHOLE_PART;
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
        int shown = SHOWN;
        for (int at = to - 1; at >= from; at--) {
            if (isDigit(text.charAt(at)) && shown-- <= 0) {
                text.setCharAt(at, '*');
            }
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isCapital(char character) {
        return character >= 'A' && character <= 'Z';
    }
}
