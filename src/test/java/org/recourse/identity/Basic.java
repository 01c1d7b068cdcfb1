package org.recourse.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** Somebody, or some program, that sends name and password with each request. */
record Basic(int port, String user, String password) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpResponse<String> ask(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
