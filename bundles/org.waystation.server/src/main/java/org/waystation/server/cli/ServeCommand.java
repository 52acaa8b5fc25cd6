package org.waystation.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.MspServer;

/** Serves until a signal, or the end of standard input, says to stop. */
public final class ServeCommand {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final InputStream standardInput;

    /**
     * @param standardInput what the parent holds open while it lives
     */
    public ServeCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /**
     * Returns when the server has stopped.
     *
     * @throws UsageException if the words are wrong, or ask for something the data folder cannot give
     */
    public void run(List<String> words) throws Exception {
        ServeOptions options = ServeOptions.parse(words);
        if (options.jsonLog()) {
            LogFormat.installJson();
        }
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped), "stop"));
        if (options.exitWithParent()) {
            Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
                awaitEndOfInput();
                stop.countDown();
            });
        }
        try (MspServer server = MspServer.start(options)) {
            LOG.atInfo().addKeyValue("url", server.url()).log("ready");
            stop.await();
            LOG.info("stopping");
        } finally {
            stopped.countDown();
        }
    }

    /** The virtual machine waits for this hook, and with it for the database to stop. */
    private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEndOfInput() {
        try {
            standardInput.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.atInfo().addKeyValue("reason", e.getMessage()).log("standard input broke");
        }
    }
}
