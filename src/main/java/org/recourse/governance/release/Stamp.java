package org.recourse.governance.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version tag by which a diagram or table says which release it comes from. It is no part of what a file means: it is
 * taken off when a file is received and put on when it is given out or deployed. A form has no place for it.
 */
final class Stamp {

    private static final String TAG = "release-";
    private static final Pattern STAMP = Pattern.compile("\\s+camunda:versionTag=\"" + TAG + "(\\d{1,9})\"");
    private static final Pattern ANY_TAG = Pattern.compile("\\s+camunda:versionTag=\"[^\"]*\"");
    private static final Pattern STAMPED =
            Pattern.compile("<(?:\\w+:)?(?:process|decision)(?=[\\s>])(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");

    private Stamp() {}

    /** The release that the content says it comes from. */
    static Optional<Integer> of(byte[] content) {
        Matcher stamp = STAMP.matcher(new String(content, UTF_8));
        return stamp.find() ? Optional.of(Integer.valueOf(stamp.group(1))) : Optional.empty();
    }

    static byte[] off(byte[] content) {
        String text = new String(content, UTF_8);
        Matcher stamp = STAMP.matcher(text);
        return stamp.find() ? stamp.replaceAll("").getBytes(UTF_8) : content;
    }

    static byte[] on(String name, byte[] content, int number) {
        if (name.endsWith(".form")) {
            return content;
        }
        String text = new String(content, UTF_8);
        String space = text.contains("xmlns:camunda=")
                ? ""
                : " xmlns:camunda=\"http://camunda.org/schema/1.0/%s\""
                        .formatted(name.substring(name.lastIndexOf('.') + 1));
        String stamp = "%s camunda:versionTag=\"%s%d\"".formatted(space, TAG, number);
        return STAMPED.matcher(text)
                .replaceAll(element -> Matcher.quoteReplacement(with(element.group(), stamp)))
                .getBytes(UTF_8);
    }

    private static String with(String element, String stamp) {
        String bare = ANY_TAG.matcher(element).replaceAll("");
        int end = bare.endsWith("/>") ? bare.length() - 2 : bare.length() - 1;
        return bare.substring(0, end) + stamp + bare.substring(end);
    }
}
