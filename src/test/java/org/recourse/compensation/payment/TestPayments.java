package org.recourse.compensation.payment;

import java.time.Duration;
import org.springframework.web.client.RestClient;

/** The client of a payment system that loses patience soon. */
public final class TestPayments {

    private TestPayments() {}

    public static PaymentSystem at(String url) {
        return new PaymentSystem(RestClient.builder(), url, "", Duration.ofMillis(1_500));
    }
}
