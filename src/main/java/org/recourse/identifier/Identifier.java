package org.recourse.identifier;

/** Tells one thing from all others of its kind. Tables, the engine and JSON hold it as text. */
public interface Identifier {

    String value();
}
