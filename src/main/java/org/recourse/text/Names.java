package org.recourse.text;

/** Knows what people and groups are called. */
public interface Names {

    /** A person's full name, or what a group is called; the id where nobody has it. */
    Saying named(String userOrGroup);
}
