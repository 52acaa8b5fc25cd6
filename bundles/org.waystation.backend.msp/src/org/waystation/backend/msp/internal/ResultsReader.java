package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;

/** Reads what the server said of each operation. */
final class ResultsReader {

    private final Set<UUID> deletions;

    /** @param deletions the operations that delete, for which a tombstone is what they wanted */
    ResultsReader(Set<UUID> deletions) {
        this.deletions = deletions;
    }

    List<OperationResult> read(JsonInput input) throws IOException {
        List<OperationResult> results = new ArrayList<>();
        input.object(field -> {
            if (field.equals("results")) {
                input.array(() -> results.add(result(Entry.read(input))));
            } else {
                input.skip();
            }
        });
        return results;
    }

    private OperationResult result(Entry entry) throws MalformedAnswerException {
        UUID operation = required(entry.id, "id");
        return switch (entry.outcome) {
            case "applied" -> {
                Envelope record = required(entry.record, "record");
                // Sent again after its reply was lost, and the record was deleted meanwhile: nothing is left to show.
                yield record.isTombstone() && !deletions.contains(operation)
                        ? new OperationResult.AppliedAndGone(operation)
                        : new OperationResult.Applied(operation, record.record());
            }
            case "conflict" ->
                new OperationResult.Conflict(
                        operation, entry.record == null ? Optional.empty() : Optional.of(entry.record.record()));
            case "rejected" -> new OperationResult.Rejected(operation, required(entry.problem, "problem"));
            case "retry" -> new OperationResult.Retry(operation, entry.retryAfter);
            default -> throw new MalformedAnswerException("The server gave an outcome that is none: " + entry.outcome);
        };
    }

    private static <T> T required(@Nullable T value, String name) throws MalformedAnswerException {
        if (value == null) {
            throw new MalformedAnswerException("The result of an operation has no " + name + ".");
        }
        return value;
    }

    /** Collects the fields of one result, in whatever order they come. */
    private static final class Entry {

        private @Nullable UUID id;
        private String outcome = "";
        private @Nullable Envelope record;
        private @Nullable Problem problem;
        private Optional<Duration> retryAfter = Optional.empty();

        static Entry read(JsonInput input) throws IOException {
            Entry entry = new Entry();
            input.object(field -> entry.take(field, input));
            return entry;
        }

        private void take(String field, JsonInput input) throws IOException {
            switch (field) {
                case "id" -> id = input.uuid();
                case "outcome" -> outcome = input.text();
                case "record" -> record = input.isNull() ? null : Envelope.read(input);
                case "problem" -> problem = input.isNull() ? null : ProblemReader.read(input);
                case "retryAfter" ->
                    retryAfter = input.optionalNumber()
                            .map(seconds -> RetryAfter.bounded(Duration.ofSeconds(Math.min(seconds, 1_000_000))));
                default -> input.skip();
            }
        }
    }
}
