package org.recourse.compensation.payment;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Orders payments over HTTP (docs/payment-api.yaml). Only a payment that says exactly what was ordered counts. Every other
 * answer is followed by the question what the payment system has in its book under the key.
 */
@Component
public class PaymentSystem {

    private final RestClient client;
    private final String url;

    @Autowired
    PaymentSystem(
            RestClient.Builder builder,
            @Value("${recourse.payment.url:}") String url,
            @Value("${recourse.payment.token:}") String token,
            @Value("${recourse.payment.timeout:5s}") Duration timeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        requests.setReadTimeout(timeout);
        RestClient.Builder own = builder.clone().requestFactory(requests);
        this.client = token.isBlank()
                ? own.build()
                : own.defaultHeaders(headers -> headers.setBearerAuth(token)).build();
        this.url = url.replaceAll("/+$", "");
    }

    /** Without one, people pay by hand. */
    public boolean isConfigured() {
        return !url.isEmpty();
    }

    /**
     * Orders a payment, or finds the one that was ordered under the key before.
     *
     * @param again whether it was ordered before: then the book is asked first
     * @return its reference
     * @throws PaymentUnclear when the payment system does not say clearly that exactly this was paid
     */
    public String pay(PaymentOrder order, boolean again) {
        Answer answer = again ? find(order.key()) : order(order);
        if (again && answer.status() == 404) {
            answer = order(order);
        }
        if (!answer.isPaid(order)) {
            Answer book = find(order.key());
            if (!book.isPaid(order)) {
                throw new PaymentUnclear(Sentence.of("payment.answered", answer.said(), book.said(), order.key()));
            }
            answer = book;
        }
        return answer.reference();
    }

    private Answer order(PaymentOrder order) {
        return exchange(client.post()
                .uri(url + "/payments")
                .header("Idempotency-Key", order.key())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "kind", order.kind(),
                        "amount", order.amount(),
                        "currency", order.currency(),
                        "customerNumber", order.customerNumber(),
                        "caseNumber", order.caseNumber().value())));
    }

    private Answer find(String key) {
        return exchange(client.get().uri(url + "/payments/{key}", key));
    }

    private static Answer exchange(RestClient.RequestHeadersSpec<?> request) {
        try {
            return request.exchange(
                    (sent, response) -> new Answer(response.getStatusCode().value(), payment(response)));
        } catch (ResourceAccessException noAnswer) {
            return new Answer(0, Optional.empty());
        } catch (RestClientException | HttpMessageConversionException unreadable) {
            return new Answer(-1, Optional.empty());
        }
    }

    private static Optional<Payment> payment(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
            throws IOException {
        return isSuccess(response) ? Optional.ofNullable(response.bodyTo(Payment.class)) : Optional.empty();
    }

    private static boolean isSuccess(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().is2xxSuccessful();
    }

    /**
     * @param status 0 for none, -1 for one that cannot be read
     */
    private record Answer(int status, Optional<Payment> payment) {

        boolean isPaid(PaymentOrder order) {
            return payment.filter(found -> found.fulfils(order)).isPresent();
        }

        String reference() {
            @Nullable String reference = payment.orElseThrow().paymentId();
            return reference == null ? "" : reference;
        }

        Saying said() {
            String code = String.valueOf(status);
            return switch (status) {
                case 0 -> Sentence.of("payment.nothing");
                case -1 -> Sentence.of("payment.unreadable");
                default ->
                    payment.<Saying>map(other -> Sentence.of("payment.status-with", code, other.toString()))
                            .orElse(new Written(code));
            };
        }
    }
}
