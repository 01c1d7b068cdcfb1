package org.recourse.governance;

import java.nio.charset.StandardCharsets;

/**
 * A file that must not be deployed.
 *
 * @param told what the refusal says about it
 */
record Trojan(String name, String file, String content, String told) {

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
