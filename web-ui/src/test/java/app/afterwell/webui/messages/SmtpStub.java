package app.afterwell.webui.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that misbehaves as it is told to. */
final class SmtpStub implements AutoCloseable {

    enum Mood {
        TAKES,
        /** Says at once that it has no time now. */
        REFUSES,
        /** Takes the connection and says nothing. */
        HANGS,
        /** Takes the whole letter, then drops the line without a word. */
        DROPS_AFTER_DATA,
        /** Knows no such address. */
        KNOWS_NOBODY
    }

    private final ServerSocket server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Mood mood = Mood.TAKES;

    SmtpStub() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void be(Mood next) {
        mood = next;
    }

    /** Every letter whose end it has seen, headers included. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            var now = mood;
            if (now == Mood.HANGS) {
                over.await();
                return;
            }
            if (now == Mood.REFUSES) {
                say(socket, "421 busy");
                return;
            }
            say(socket, "220 stub");
            String line;
            while ((line = in.readLine()) != null) {
                var command = line.toUpperCase(java.util.Locale.ROOT);
                if (command.startsWith("QUIT")) {
                    say(socket, "221 bye");
                    return;
                } else if (command.startsWith("RCPT") && now == Mood.KNOWS_NOBODY) {
                    say(socket, "550 no such user here");
                } else if (command.startsWith("DATA")) {
                    say(socket, "354 go on");
                    var letter = new StringBuilder();
                    while ((line = in.readLine()) != null && !line.equals(".")) {
                        letter.append(line).append('\n');
                    }
                    taken.add(letter.toString());
                    if (now == Mood.DROPS_AFTER_DATA) {
                        return;
                    }
                    say(socket, "250 taken");
                } else {
                    say(socket, "250 ok");
                }
            }
        } catch (IOException e) {
            // The other side has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        over.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
