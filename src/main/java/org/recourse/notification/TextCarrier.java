package org.recourse.notification;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/**
 * Text messages through an HTTP gateway: POST of {@code {"to": …, "text": …}} with an {@code Idempotency-Key}, which
 * the gateway must honour, so that what got no answer is simply asked again.
 */
@Component
class TextCarrier implements Carrier {

    private static final Set<Integer> WORTH_REPEATING = Set.of(401, 403, 404, 408, 409, 425, 429);

    private final RestClient client;
    private final String url;
    private final String token;

    TextCarrier(
            RestClient.Builder builder,
            @Value("${recourse.text-gateway.url:}") String url,
            @Value("${recourse.text-gateway.token:}") String token,
            @Value("${recourse.text-gateway.timeout:10s}") Duration timeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        requests.setReadTimeout(timeout);
        this.client = builder.requestFactory(requests).build();
        this.url = url;
        this.token = token;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.TEXT;
    }

    @Override
    public Optional<Saying> notConfigured() {
        return url.isBlank() ? Optional.of(Sentence.of("message.no-gateway")) : Optional.empty();
    }

    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Acceptance send(Message message, String recipient) {
        try {
            HttpStatusCode answer = client.post()
                    .uri(url)
                    .headers(headers -> {
                        headers.set("Idempotency-Key", message.key());
                        if (!token.isBlank()) {
                            headers.setBearerAuth(token);
                        }
                    })
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("to", recipient, "text", message.body()))
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode();
            return answer.is2xxSuccessful() ? Acceptance.accepted() : refusal(answer);
        } catch (RestClientResponseException e) {
            return refusal(e.getStatusCode());
        } catch (ResourceAccessException e) {
            return Acceptance.refusedForNow(Sentence.of("message.gateway-silent"));
        }
    }

    /** Wrong credentials or address are ours to mend: the message waits. */
    private static Acceptance refusal(HttpStatusCode status) {
        Saying reason = Sentence.of("message.gateway-answered", status.value());
        return status.is5xxServerError() || WORTH_REPEATING.contains(status.value())
                ? Acceptance.refusedForNow(reason)
                : Acceptance.refusedForGood(reason);
    }
}
