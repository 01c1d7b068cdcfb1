package org.recourse.callback;

import org.recourse.calendar.Window;

/**
 * When we call a customer, and where they can choose otherwise.
 *
 * @param number 1 for the first of a callback, then counting each time that the customer is told another window
 * @param link the page on which the customer can move or cancel it
 */
public record Invitation(long callback, int number, Window window, String link) {}
