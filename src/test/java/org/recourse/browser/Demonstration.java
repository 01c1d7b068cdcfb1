package org.recourse.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recourse as {@code mvn spring-boot:run} starts it, with its sample cases, in a process of its own. */
final class Demonstration implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path LOG = Path.of("target", "demonstration.log");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final int port;
    private final Process process;

    Demonstration() throws IOException, InterruptedException {
        this("");
    }

    /** @param more a folder of the class path that comes first, for example with another language in it */
    Demonstration(String more) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        more.isEmpty() ? classPath() : more + File.pathSeparator + classPath(),
                        "org.recourse.RecourseApplication",
                        "--spring.profiles.active=demo",
                        "--spring.datasource.url=jdbc:h2:mem:demonstration;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        awaitHealth();
    }

    /** Without the tests, whose beans would be found. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitHealth() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (http.send(request("/actuator/health").build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new IllegalStateException("did not start, see " + LOG);
    }

    int port() {
        return port;
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    JsonNode gets(String person, String path) {
        return json(as(person, request(path)));
    }

    JsonNode posts(String person, String path, String type, byte[] body) {
        return json(as(person, request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body))));
    }

    /** The demonstration's clock goes on by an ISO 8601 duration. */
    void timePasses(String by) {
        json(request("/demo/clock")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"advance\": \"" + by + "\"}")));
    }

    /** The open steps of a case, or of all cases when it is null, as the engine's own API tells them. */
    List<JsonNode> tasks(String caseNumber) {
        return gets("admin", "/engine-rest/task?processInstanceBusinessKey=" + caseNumber)
                .findParents("taskDefinitionKey");
    }

    private HttpRequest.Builder as(String person, HttpRequest.Builder request) {
        String login = Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.US_ASCII));
        return request.header("Authorization", "Basic " + login);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path))).timeout(Duration.ofSeconds(60));
    }

    private JsonNode json(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
