package org.recourse.governance;

import java.util.regex.Pattern;

/**
 * The language of the tables: values, comparisons, ranges, arithmetic. The engine hands it on to its expression language,
 * hence nothing with which that could reach a property or a method: no dots, brackets, braces or calls.
 */
final class SimpleFeel {

    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    private static final String DATE = "date(?: and time)?\\(\\s*" + TEXT + "\\s*\\)";
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*(?!\\s*\\(|[A-Za-z0-9_])";
    private static final String VALUE = "(?:" + TEXT + "|-?" + NUMBER + "|" + DATE + "|" + NAME + ")";
    private static final String RANGE = "[\\[\\](]\\s*" + VALUE + "\\s*\\.\\.\\s*" + VALUE + "\\s*[\\[\\])]";
    private static final Pattern CELL =
            Pattern.compile("(?:\\s+|" + RANGE + "|not\\s*\\(|" + VALUE + "|<=|>=|[<>=,+*/()-])*+", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SimpleFeel() {}

    static boolean isCell(String text) {
        return CELL.matcher(text).matches();
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }
}
