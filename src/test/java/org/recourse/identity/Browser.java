package org.recourse.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A browser that somebody logs in with on Camunda's page, cookies and forgery token included. */
public class Browser {

    private final String root;
    private final CookieManager cookies;
    private final HttpClient http;

    public Browser(int port) {
        this(port, new CookieManager());
    }

    private Browser(int port, CookieManager cookies) {
        this.root = "http://localhost:" + port;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(Redirect.NORMAL)
                .build();
    }

    /** The same browser, logged in as before, at another node. */
    public Browser at(int port) {
        return new Browser(port, cookies);
    }

    public int logIn(String user, String password, String app) throws IOException, InterruptedException {
        get("/camunda/app/" + app + "/default/");
        var answer = send(request("/camunda/api/admin/auth/user/default/login/" + app)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + password)));
        get("/camunda/api/admin/auth/user/default");
        return answer.statusCode();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Sends what a script of the web applications would send. */
    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, token());
    }

    /** Asks as Tasklist does for its lists: with links to what the tasks refer to. */
    public HttpResponse<String> list(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/hal+json")
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String body, String token) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Any other request of a script, with the forgery token. */
    public HttpResponse<String> ask(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("X-XSRF-TOKEN", token())
                .method(method, BodyPublishers.ofString(body)));
    }

    String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Sec-Fetch-Mode", "cors");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
