package org.recourse.text;

/** What a person wrote, or what they are called. It is never translated and never taken apart. */
public record Written(String words) implements Saying {

    @Override
    public String toString() {
        return words;
    }
}
