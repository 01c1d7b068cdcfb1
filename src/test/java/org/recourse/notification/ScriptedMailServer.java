package org.recourse.notification;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A mail server over real SMTP that answers a chosen command as told, and hangs up where the answer is empty. */
final class ScriptedMailServer implements AutoCloseable {

    /** What the client said, one line each; the end of the mail is {@code .}. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final Map<String, String> answers;

    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.answers = answers;
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client, "220 ready");
            } catch (SocketException | SSLException e) {
                // the client or the test is gone
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket client, String greeting) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (!greeting.isEmpty() && !answer(client.getOutputStream(), "greeting", greeting)) {
            return;
        }
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inMail && !line.equals(".")) {
                continue;
            }
            heard.add(client instanceof SSLSocket ? "encrypted " + line : line);
            String verb = line.split("[ :]", 2)[0];
            inMail = verb.equals("DATA") && !answers.containsKey(verb);
            if (!answer(client.getOutputStream(), verb, inMail ? "354 go on" : "250 fine")) {
                return;
            }
            if (verb.equals("STARTTLS") && answers.getOrDefault(verb, "").startsWith("220")) {
                talk(encrypted(client), "");
                return;
            }
        }
    }

    /** With the key that GreenMail brings for its own servers. */
    private static Socket encrypted(Socket client) throws IOException {
        try (InputStream file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            char[] password = "changeit".toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(client, null, true);
            socket.setUseClientMode(false);
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answer(OutputStream out, String verb, String usual) throws IOException {
        String answer = answers.getOrDefault(verb, usual);
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII), 0, answer.isEmpty() ? 0 : answer.length() + 2);
        out.flush();
        return !answer.isEmpty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
