package org.waystation.conformance.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.waystation.conformance.Api;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Contract;
import org.waystation.conformance.HttpTransport;
import org.waystation.conformance.Transport;

/** The command fuzz: the long mode. */
public final class FuzzCommand {

    private static final int UNFINISHED = 200;
    private static final int SHOWN = 20;
    private static final double MEGA = 1_000_000;

    private final Options options;
    private final PrintStream out;

    /**
     * How to run.
     *
     * @param process of the server where it runs on this machine, to collect its garbage before its heap is looked at
     * @param from place of the first request
     */
    public record Options(URI url, String token, OptionalLong process, long seed, long from, int requests) {}

    public FuzzCommand(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** False where something came that must not. */
    public boolean run() throws IOException, InterruptedException {
        Transport transport = new HttpTransport(options.url());
        Contract contract = new Contract();
        Api api = new Api(transport, contract, Optional.of(options.token()));
        Bench bench = new Bench(transport, contract, options.token(), Optional.empty());
        List<String> ids = FuzzRun.ids(bench.snapshot(""));
        Heap heap = new Heap(api, options.process());
        // The first requests fill caches that stay.
        new FuzzRun(transport, options.token()).run(ids, options.seed() + 1, 0, Math.min(500, options.requests()));
        OptionalLong before = heap.used();
        long began = System.nanoTime();
        FuzzRun.Outcome outcome =
                new FuzzRun(transport, options.token()).run(ids, options.seed(), options.from(), options.requests());
        double seconds = (System.nanoTime() - began) / 1e9;
        List<String> broken = List.of();
        boolean answersOthers = true;
        if ("http".equals(options.url().getScheme())) {
            RawAbuse abuse = new RawAbuse(options.url());
            broken = abuse.broken();
            List<Socket> unfinished = abuse.unfinished(UNFINISHED);
            answersOthers = api.get("/v1/session").status() == 200;
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
        boolean alive = api.get("/v1/session").status() == 200;
        OptionalLong after = heap.used();
        out.printf(
                "%d requests of seed %d in %.0f s, answers %s%n",
                options.requests(), options.seed(), seconds, outcome.answers());
        out.printf("heap before %s, after %s%n", mega(before), mega(after));
        out.printf(
                "while %d requests were left unfinished, others were %s%n",
                UNFINISHED, answersOthers ? "answered" : "NOT answered");
        outcome.failures().stream().limit(SHOWN).forEach(failure -> out.println("wrong: " + failure));
        broken.forEach(one -> out.println("wrong: " + one));
        long wrong = outcome.failures().size() + broken.size();
        out.printf("%d wrong%n", wrong);
        return wrong == 0 && answersOthers && alive;
    }

    private static String mega(OptionalLong bytes) {
        return bytes.isEmpty() ? "unknown" : String.format("%.1f MB", bytes.getAsLong() / MEGA);
    }
}
