package org.recourse.text;

/**
 * Somebody, or a group, to be named.
 *
 * @param id of the user or group
 */
public record Person(String id) {}
