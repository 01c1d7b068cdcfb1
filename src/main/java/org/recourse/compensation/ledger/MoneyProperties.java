package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a call centre configures about money.
 *
 * @param currency of all budgets; an amount in another one is refused
 * @param monthlyBudget of a team whose month was given none of its own
 * @param approvalValidFor how long a decided approval may be used
 * @param disputeCost what a dispute costs on average, fees and work; first figure of the cost model
 * @param lossProbability how likely a customer leaves after a refusal, 0 to 1; second figure
 * @param lossYears how many years of value a lost customer takes along; third figure
 */
@ConfigurationProperties("recourse.money")
public record MoneyProperties(
        @DefaultValue("EUR") String currency,
        @DefaultValue("20000.00") BigDecimal monthlyBudget,
        @DefaultValue("14d") Duration approvalValidFor,
        @DefaultValue("350.00") BigDecimal disputeCost,
        @DefaultValue("0.25") BigDecimal lossProbability,
        @DefaultValue("2") BigDecimal lossYears) {}
