package org.recourse.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A gateway for text messages over real HTTP; honours the Idempotency-Key and answers as told. */
final class MisbehavingGateway implements AutoCloseable {

    /** Takes the message and never answers. */
    static final int SILENCE = 0;

    /** The bodies that reached a telephone, each key once. */
    final List<String> texts = new CopyOnWriteArrayList<>();

    final List<String> keys = new CopyOnWriteArrayList<>();
    final Deque<Integer> answers = new ArrayDeque<>();

    private final Set<String> known = new HashSet<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    MisbehavingGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/texts";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        keys.add(key);
        int answer = answers.isEmpty() ? 202 : answers.remove();
        if ((answer == SILENCE || answer == 202) && known.add(key)) {
            texts.add(body);
        }
        if (answer == SILENCE) {
            await();
        }
        exchange.sendResponseHeaders(answer == SILENCE ? 202 : answer, -1);
        exchange.close();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
