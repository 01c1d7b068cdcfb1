package org.recourse.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A customer who opens links and sends forms, without a browser and without a login. */
final class PageVisitor {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private final String browserSpeaks;

    PageVisitor(String browserSpeaks) {
        this.browserSpeaks = browserSpeaks;
    }

    HttpResponse<String> opens(String link) {
        return send(request(link).build());
    }

    HttpResponse<String> sends(String link, String... fieldsAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fieldsAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(fieldsAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
    }

    private HttpRequest.Builder request(String link) {
        return HttpRequest.newBuilder(URI.create(link)).header("Accept-Language", browserSpeaks);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
