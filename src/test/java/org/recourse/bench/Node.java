package org.recourse.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of its own: Recourse as in production, or the stock engine; both from the same class path; or the packaged jar. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Path log;
    private double secondsToStart;

    private Node(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Node recourse(String jdbcUrl, String heap, String... more) throws Exception {
        return start(
                "recourse",
                List.of("-cp", classPath(false), "org.recourse.RecourseApplication"),
                heap,
                "/actuator/health",
                production(jdbcUrl),
                args("--spring.profiles.active=production", more));
    }

    /** What is shipped: the jar that Maven packaged. */
    static Node packaged(String jdbcUrl, String heap, String... more) throws Exception {
        return start(
                "packaged",
                List.of("-jar", packagedJar().toString()),
                heap,
                "/actuator/health",
                production(jdbcUrl),
                args("--spring.profiles.active=production", more));
    }

    private static Path packagedJar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName().toString().matches("recourse-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing was packaged into target"));
        }
    }

    private static List<String> production(String jdbcUrl) {
        return List.of(
                "-DRECOURSE_DB_URL=" + jdbcUrl,
                "-DRECOURSE_DB_USERNAME=postgres",
                "-DRECOURSE_DB_PASSWORD=postgres",
                "-Drecourse.admin.id=boss",
                "-Drecourse.admin.password=not-a-known-one");
    }

    static Node stock(String jdbcUrl, String heap, String... more) throws Exception {
        return start(
                "stock",
                List.of("-cp", classPath(true), StockNode.class.getName()),
                heap,
                "/camunda/app/tasklist/default/",
                List.of(),
                args("--spring.datasource.url=" + jdbcUrl, more));
    }

    private static List<String> args(String first, String... more) {
        List<String> args = new ArrayList<>(List.of(first));
        args.addAll(List.of(more));
        return args;
    }

    private static Node start(
            String name, List<String> program, String heap, String up, List<String> properties, List<String> args)
            throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = Path.of("target", "bench-" + name + "-" + port + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx" + heap));
        command.addAll(properties);
        command.addAll(program);
        command.add("--server.port=" + port);
        command.addAll(args);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Node node = new Node(process, port, log);
        try {
            node.await(up);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
        node.secondsToStart = (System.nanoTime() - began) / 1e9;
        return node;
    }

    /** What is packaged, without what only tests need and would be found; for the stock side with its own classes. */
    private static String classPath(boolean withTests) throws IOException {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Set<String> shipped = shipped();
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar")
                        ? shipped.stream().anyMatch(jar -> isIn(jar, entry))
                        : withTests || !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Set<String> shipped() throws IOException {
        try (JarFile jar = new JarFile(packagedJar().toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> Path.of(name).getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    /** Two libraries whose files have one name are packaged with their groups in front. */
    private static boolean isIn(String shipped, String entry) {
        String name = Path.of(entry).getFileName().toString();
        return shipped.equals(name) || shipped.endsWith("-" + name);
    }

    private void await(String up) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + up))
                        .timeout(Duration.ofSeconds(20))
                        .build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() < 400) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("did not start, see " + log);
    }

    int port() {
        return port;
    }

    double secondsToStart() {
        return secondsToStart;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** What is still in use after the garbage was collected. */
    double liveHeapMb() throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.run")
                .start()
                .waitFor();
        Process info = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.heap_info").start();
        String words = new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long used = Pattern.compile(
                        "(?:garbage-first heap|new generation|tenured generation|def new generation)[^\\n]*used (\\d+)K")
                .matcher(words)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return used / 1024.0;
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
