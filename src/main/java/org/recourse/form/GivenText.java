package org.recourse.form;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.recourse.text.Sentence;

/**
 * Text as people and machines send it, read in the same way at every door: composed, so that equal names are found
 * however they were typed, and without characters that nobody can see and no database keeps.
 */
public final class GivenText {

    /** More marks on one letter are no writing (Unicode UAX 15, stream-safe text); sorting them would not be linear. */
    private static final int MARKS_ON_A_LETTER = 30;

    /** What stands before it in Unicode is composed as it is. */
    private static final int FIRST_MARK = 0x300;

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int LONGEST_CHARACTER = 64;

    private GivenText() {}

    /**
     * The text in Unicode's composed form (NFC).
     *
     * @param field named in the refusal
     * @throws RefusedInput when it has a control character other than tab and the ends of lines, or half a character
     */
    public static String read(String field, String sent) {
        for (int at = 0; at < sent.length(); at++) {
            if (!isText(sent, at)) {
                throw new RefusedInput(
                        field,
                        Sentence.of("form.control-character", "U+%04X".formatted((int) sent.charAt(at)), at + 1));
            }
        }
        return composed(sent);
    }

    /** As much of it as {@link #read} accepts: for words that are kept whatever is in them. */
    public static String readable(String sent) {
        StringBuilder text = new StringBuilder(sent.length());
        for (int at = 0; at < sent.length(); at++) {
            if (isText(sent, at)) {
                text.append(sent.charAt(at));
            }
        }
        return composed(text.toString());
    }

    /** The text, or as many whole characters of it as leave room for a dot-dot-dot within the length. */
    public static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, wholeCharacters(text, length - 1)) + "…";
    }

    private static int wholeCharacters(String text, int length) {
        int end = length;
        while (end > 0 && length - end < LONGEST_CHARACTER && isInside(text, end)) {
            end--;
        }
        return end > 0 && !isInside(text, end) ? end : length - (Character.isLowSurrogate(text.charAt(length)) ? 1 : 0);
    }

    /** Whether what begins there belongs to what stands before it. */
    private static boolean isInside(String text, int at) {
        int next = text.codePointAt(at);
        int before = text.codePointBefore(at);
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                || isMark(next)
                || next == ZERO_WIDTH_JOINER
                || before == ZERO_WIDTH_JOINER
                || next >= 0x1F3FB && next <= 0x1F3FF
                || isRegional(next) && isRegional(before) && regionalsBefore(text, at) % 2 == 1;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Two of them are a flag. */
    private static boolean isRegional(int character) {
        return character >= 0x1F1E6 && character <= 0x1F1FF;
    }

    private static int regionalsBefore(String text, int at) {
        int count = 0;
        for (int place = at;
                place > 0 && count < LONGEST_CHARACTER && isRegional(text.codePointBefore(place));
                place -= 2) {
            count++;
        }
        return count;
    }

    private static boolean isText(String sent, int at) {
        char character = sent.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 < sent.length() && Character.isLowSurrogate(sent.charAt(at + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return at > 0 && Character.isHighSurrogate(sent.charAt(at - 1));
        }
        return !Character.isISOControl(character) || character == '\t' || character == '\n' || character == '\r';
    }

    private static String composed(String text) {
        if (text.chars().allMatch(character -> character < FIRST_MARK)) {
            return text;
        }
        StringBuilder composed = new StringBuilder(text.length());
        int begin = 0;
        int marks = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            marks = isMark(text.codePointAt(at)) ? marks + 1 : 0;
            if (marks > MARKS_ON_A_LETTER) {
                composed.append(Normalizer.normalize(text.substring(begin, at), Form.NFC));
                begin = at;
                marks = 1;
            }
        }
        return composed.append(Normalizer.normalize(text.substring(begin), Form.NFC))
                .toString();
    }
}
