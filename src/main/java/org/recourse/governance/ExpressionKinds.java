package org.recourse.governance;

import java.util.List;
import java.util.regex.Pattern;

/** The kinds of expressions that a diagram may contain (docs/contract.md, "Diagrams"). */
public final class ExpressionKinds {

    private static final String NAME =
            "(?!(?:execution|task|externalTask|caseExecution|variableContext)\\b)[A-Za-z_][A-Za-z0-9_]*";
    private static final List<Pattern> ANYWHERE = List.of(
            Pattern.compile("\\$\\{\\s*!?\\s*" + NAME + "\\s*}"),
            Pattern.compile("\\$\\{\\s*" + NAME + "\\s*==\\s*'[^'\\\\$#{}]*'\\s*}"),
            Pattern.compile("#\\{\\s*execution\\.processBusinessKey\\s*}"));
    private static final Pattern RESULT =
            Pattern.compile("\\$\\{\\s*decisionResult\\.getSingleResult\\(\\)\\.[A-Za-z_][A-Za-z0-9_]*\\s*}");
    private static final Pattern BEAN = Pattern.compile("#\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");

    private ExpressionKinds() {}

    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static boolean isKnownKind(String text, boolean outputMapping) {
        var stripped = text.strip();
        return ANYWHERE.stream().anyMatch(kind -> kind.matcher(stripped).matches())
                || (outputMapping && RESULT.matcher(stripped).matches());
    }

    /** The bean that {@code #{bean}} names, or an empty text for anything else. */
    public static String bean(String text) {
        var matcher = BEAN.matcher(text.strip());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
