package org.epochreel.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves one folder on this machine alone, with byte ranges, so that a page may read the pixels of videos beside it,
 * which pages opened as files may not. The root is an empty page.
 */
public final class FileServer implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final byte[] EMPTY_PAGE =
            "<!doctype html><link rel=icon href='data:,'><body>".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final Path folder;

    public FileServer(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The address of the empty page; files lie below it. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] content = name.isEmpty() ? EMPTY_PAGE : Files.readAllBytes(folder.resolve(name));
            exchange.getResponseHeaders().set("Content-Type", name.isEmpty() ? "text/html" : "video/mp4");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            String range = exchange.getRequestHeaders().getFirst("Range");
            Matcher matcher = RANGE.matcher(range == null ? "" : range);
            int status = 200;
            if (matcher.matches()) {
                int first = Integer.parseInt(matcher.group(1));
                int last = matcher.group(2).isEmpty() ? content.length - 1 : Integer.parseInt(matcher.group(2));
                exchange.getResponseHeaders().set("Content-Range",
                        "bytes " + first + "-" + last + "/" + content.length);
                content = Arrays.copyOfRange(content, first, last + 1);
                status = 206;
            }
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
