package org.waystation.conformance.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.waystation.conformance.Contract;
import org.waystation.conformance.Request;
import org.waystation.conformance.Transport;
import tools.jackson.databind.JsonNode;

/** Throws requests at a server: none may be answered with 500, with what is inside it, or not at all. */
public final class FuzzRun {

    private static final int AT_ONCE = 6;
    /** A server that refuses a body unread closes the connection, and the next request may find it closing. */
    private static final int ATTEMPTS = 3;

    private final Transport transport;
    private final String token;

    public FuzzRun(Transport transport, String token) {
        this.transport = transport;
        this.token = token;
    }

    /**
     * What came of it.
     *
     * @param answers how often each status came
     * @param failures what must not be, with the place that repeats it
     */
    public record Outcome(Map<Integer, Integer> answers, List<String> failures) {}

    /**
     * @param ids of records that exist
     * @param from place of the first request; one place alone repeats one request
     */
    public Outcome run(List<String> ids, long seed, long from, int requests) throws IOException, InterruptedException {
        HostileRequests hostile = new HostileRequests(new Contract().document(), ids, seed);
        Map<Integer, Integer> answers = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        AtomicLong next = new AtomicLong(from);
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                workers.add(executor.submit(() -> {
                    for (long at = next.getAndIncrement(); at < from + requests; at = next.getAndIncrement()) {
                        shoot(hostile.at(at), "request " + at + " of seed " + seed, answers, failures);
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A request could not be made.", e);
        }
        return new Outcome(answers, failures);
    }

    private void shoot(Request request, String name, Map<Integer, Integer> answers, List<String> failures) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.put("Authorization", "Bearer " + token);
        Request signed = new Request(request.method(), request.path(), headers, request.body());
        String wrong = "";
        int status = 0;
        for (int attempt = 1; attempt <= ATTEMPTS && status == 0; attempt++) {
            try {
                Transport.Incoming answer = transport.open(signed);
                String body;
                try (var in = answer.body()) {
                    body = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                }
                status = answer.status();
                wrong = judge(status, answer, body);
            } catch (IOException e) {
                wrong = "no answer: " + e;
            }
        }
        synchronized (answers) {
            answers.merge(status, 1, Integer::sum);
            if (!wrong.isEmpty()) {
                failures.add(name + ": " + request.method() + " " + cut(request.path()) + " with "
                        + cut(new String(request.body(), StandardCharsets.UTF_8)) + ": " + wrong);
            }
        }
    }

    private static String judge(int status, Transport.Incoming answer, String body) {
        if (status >= 500) {
            return "answers " + status + " " + cut(body);
        }
        boolean tells = body.contains("Exception") || body.contains("\tat ") || body.contains("org.postgresql");
        if (status >= 400 && tells) {
            return "tells of its inside: " + cut(body);
        }
        String type = String.join("", answer.headers().getOrDefault("content-type", List.of()));
        boolean page = type.startsWith("text/html") || type.startsWith("application/json");
        if (status >= 400 && !type.startsWith("application/problem+json") && !page) {
            return "answers " + status + " without a problem: " + cut(body);
        }
        return "";
    }

    /** Ids of records of many kinds, for requests to get further. */
    public static List<String> ids(Iterable<JsonNode> lines) {
        Set<String> ids = new LinkedHashSet<>();
        Map<String, Integer> perKind = new TreeMap<>();
        for (var line : lines) {
            String kind = line.path("kind").asString("");
            if (!kind.isEmpty() && perKind.merge(kind, 1, Integer::sum) <= 8) {
                ids.add(line.path("id").asString());
            }
        }
        return List.copyOf(ids);
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
