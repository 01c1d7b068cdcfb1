package org.recourse.callback;

import org.recourse.calendar.Window;
import org.recourse.identifier.CaseNumber;

/** A call is planned. Until a window that the customer chose begins, it is the customer whom we wait for. */
public record CallbackBooked(CaseNumber caseNumber, Window window, boolean chosenByCustomer) {}
