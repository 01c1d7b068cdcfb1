package org.recourse.compensation.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;

/** A payment system over real HTTP that keeps a book, each key once, and misbehaves as told, one order after the other. */
@NullUnmarked
public final class MisbehavingPayments implements AutoCloseable {

    /** What it does with the next order. */
    public enum Mood {
        /** Books it and never answers. */
        BOOKS_IN_SILENCE,
        /** Never answers and books nothing. */
        DEAF,
        /** Books it and says that it failed. */
        BOOKS_AND_SAYS_500,
        /** Books nothing and fails. */
        FAILS,
        /** Books it and says that the key is taken. */
        BOOKS_AND_SAYS_409,
        /** Books it and refuses it. */
        BOOKS_AND_SAYS_422,
        /** Books it and answers with another amount. */
        SAYS_ANOTHER_AMOUNT,
        /** Books it and answers with something else than a payment. */
        BABBLES
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> book = new LinkedHashMap<>();
    private final Deque<Mood> moods = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private int orders;
    private int accidents;

    public MisbehavingPayments() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/payments", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public synchronized MisbehavingPayments next(Mood... expected) {
        moods.addAll(List.of(expected));
        return this;
    }

    /** Somebody else used the key for another amount. */
    public synchronized void bookOtherwise(String key, String amount) throws IOException {
        ObjectNode other = JSON.createObjectNode().put("kind", "payment").put("amount", new BigDecimal(amount));
        book(key, other.put("currency", "EUR").put("customerNumber", "C-1"));
    }

    /** The book: {@code <kind> <amount>} in the order of payment. */
    public synchronized List<String> booked() {
        return book.values().stream()
                .map(payment -> payment.get("kind").asText() + " "
                        + payment.get("amount").decimalValue().setScale(2).toPlainString())
                .toList();
    }

    public synchronized BigDecimal total() {
        return book.values().stream()
                .map(payment -> payment.get("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public synchronized int orders() {
        return orders;
    }

    /** How often a key came again with another content. */
    public synchronized int accidents() {
        return accidents;
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            String path = exchange.getRequestURI().getPath();
            ObjectNode found = find(path.substring("/payments/".length()));
            answer(exchange, found == null ? 404 : 200, found);
            return;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode order = JSON.readTree(exchange.getRequestBody());
        Mood mood = mood();
        if (mood == Mood.DEAF || mood == Mood.FAILS) {
            misbehave(exchange, mood, null);
            return;
        }
        ObjectNode known = find(key);
        if (known != null && !sameContent(known, order)) {
            accident();
            answer(exchange, 409, null);
            return;
        }
        ObjectNode payment = known == null ? book(key, (ObjectNode) order) : known;
        if (mood == null) {
            answer(exchange, known == null ? 201 : 200, payment);
        } else {
            misbehave(exchange, mood, payment);
        }
    }

    private void misbehave(HttpExchange exchange, Mood mood, ObjectNode payment) throws IOException {
        switch (mood) {
            case BOOKS_IN_SILENCE, DEAF -> await();
            case BOOKS_AND_SAYS_500, FAILS -> answer(exchange, 500, null);
            case BOOKS_AND_SAYS_409 -> answer(exchange, 409, null);
            case BOOKS_AND_SAYS_422 -> answer(exchange, 422, null);
            case SAYS_ANOTHER_AMOUNT -> answer(exchange, 201, payment.deepCopy().put("amount", new BigDecimal("1.00")));
            case BABBLES -> {
                byte[] text = "<html>thank you</html>".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            }
        }
        exchange.close();
    }

    private synchronized Mood mood() {
        orders++;
        return moods.poll();
    }

    private synchronized void accident() {
        accidents++;
    }

    private synchronized ObjectNode find(String key) {
        return book.get(key);
    }

    private synchronized ObjectNode book(String key, ObjectNode order) {
        return book.computeIfAbsent(
                key, unknown -> order.deepCopy().put("key", key).put("paymentId", "P-" + (book.size() + 1)));
    }

    private static boolean sameContent(JsonNode known, JsonNode order) {
        return List.of("kind", "currency", "customerNumber").stream()
                        .allMatch(field -> known.get(field).equals(order.get(field)))
                && known.get("amount")
                                .decimalValue()
                                .compareTo(order.get("amount").decimalValue())
                        == 0;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            byte[] text = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
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
