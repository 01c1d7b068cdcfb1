package org.recourse.form;

/**
 * Something a form asked for and the case has no place for.
 *
 * @param key of the form's field
 * @param label of the form's field, which people read
 */
public record ExtraFact(String form, String key, String label, String value) {}
