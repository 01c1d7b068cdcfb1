package org.recourse.text;

import java.math.BigDecimal;

/**
 * An amount to be said.
 *
 * @param amount in major units of the currency
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, String currency) {}
