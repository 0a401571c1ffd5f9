package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A screen that a real browser shows pages on, as a phone's, without a network: Chromium over its DevTools protocol. */
public final class Screen implements AutoCloseable {
    private static final int SECONDS = 60;

    /** Screens with a side shorter than that are those of phones, pixels. */
    private static final int PHONES = 500;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Messages messages = new Messages();
    private final WebSocket socket;
    private int calls;

    private Screen(Process process, Path profile) throws IOException, InterruptedException {
        this.process = process;
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(profile) + "/json/list"))
                .build();
        JsonNode pages = MAPPER.readTree(
                client.send(list, HttpResponse.BodyHandlers.ofString()).body());
        String page = pages.valueStream()
                .filter(each -> each.path("type").asString("").equals("page"))
                .findFirst()
                .orElseThrow()
                .path("webSocketDebuggerUrl")
                .asString();
        this.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page), messages)
                .join();
        call("Runtime.enable", MAPPER.createObjectNode());
    }

    /**
     * Starts a browser; skips the test, with the reason, where there is no Chromium.
     *
     * @param folder for its files
     * @param dark whether its user prefers dark pages
     */
    public static Screen start(Path folder, boolean dark) throws IOException, InterruptedException {
        Optional<String> chromium = Browser.chromium();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine's PATH: pages are not opened");
        Path profile = Files.createTempDirectory(folder, "profile");
        Process process = new ProcessBuilder(
                        chromium.orElseThrow(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Screen(process, profile);
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Chromium writes the port that it chose. */
    private static String port(Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < SECONDS * 10; i++) {
            if (Files.exists(file) && Files.size(file) > 0) {
                return Files.readAllLines(file).getFirst();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Chromium did not open its port in " + SECONDS + " s");
    }

    /** Opens a page on a screen of so many pixels and waits until its charts are drawn. */
    public void open(Path page, PageLook.Size size) throws InterruptedException {
        screen(size);
        call("Page.navigate", MAPPER.createObjectNode().put("url", page.toUri().toString()));
        awaitCharts();
    }

    /** Gives the screen another size, as a phone that is turned, and waits until the charts are drawn for it. */
    public void turn(PageLook.Size size) throws InterruptedException {
        evaluate("delete document.body.dataset.charts");
        screen(size);
        awaitCharts();
    }

    private void screen(PageLook.Size size) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                MAPPER.createObjectNode()
                        .put("width", size.width())
                        .put("height", size.height())
                        .put("deviceScaleFactor", 1)
                        .put("mobile", Math.min(size.width(), size.height()) < PHONES));
    }

    private void awaitCharts() throws InterruptedException {
        await("document.readyState == 'complete' && document.body.dataset.charts == 'drawn'");
    }

    /** Waits until an expression of JavaScript is true. */
    public void await(String expression) throws InterruptedException {
        for (int i = 0; i < SECONDS * 10; i++) {
            if (evaluate(expression).asBoolean(false)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("this is not so in " + SECONDS + " s: " + expression + "; " + messages.said);
    }

    /** The value of an expression of JavaScript. */
    public JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode result = call(
                "Runtime.evaluate",
                MAPPER.createObjectNode().put("expression", expression).put("returnByValue", true));
        assertThat(result.path("exceptionDetails").toString()).isEmpty();
        return result.path("result").path("value");
    }

    /** What pages said on the console, errors above all. */
    public List<String> said() {
        return List.copyOf(messages.said);
    }

    /**
     * Leaves a picture of the whole page for people to look at, target/screens/NAME.png, where they ask for it: {@code -Doinfo.screens=true}. It takes
     * longer than all else that is done with a page.
     */
    public void picture(String name) throws IOException, InterruptedException {
        if (!Boolean.getBoolean("oinfo.screens")) {
            return;
        }
        JsonNode shot = call("Page.captureScreenshot", MAPPER.createObjectNode().put("captureBeyondViewport", true));
        Path file = Path.of("target", "screens", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asString()));
    }

    private JsonNode call(String method, ObjectNode params) throws InterruptedException {
        int id = ++calls;
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", params);
        socket.sendText(message.toString(), true).join();
        for (JsonNode answer = messages.next(); answer != null; answer = messages.next()) {
            if (answer.path("id").asInt(0) == id) {
                assertThat(answer.path("error").toString()).isEmpty();
                return answer.path("result");
            }
        }
        throw new AssertionError("Chromium did not answer " + method + " in " + SECONDS + " s");
    }

    @Override
    public void close() {
        // Its helpers write into the profile until they end, too.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        socket.abort();
        client.shutdownNow();
        process.destroy();
        for (ProcessHandle each : all) {
            each.onExit().completeOnTimeout(each, SECONDS, TimeUnit.SECONDS).join();
            each.destroyForcibly();
        }
    }

    /** What the browser sends: answers, and events, of which those of the console are kept. */
    private static final class Messages implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
        private final List<String> said = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                answers.add(MAPPER.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Nullable
        JsonNode next() throws InterruptedException {
            JsonNode message = answers.poll(SECONDS, TimeUnit.SECONDS);
            if (message != null
                    && message.path("method").asString("").matches("Runtime\\.(consoleAPICalled|exceptionThrown)")) {
                said.add(message.path("params").toString());
            }
            return message;
        }
    }
}
