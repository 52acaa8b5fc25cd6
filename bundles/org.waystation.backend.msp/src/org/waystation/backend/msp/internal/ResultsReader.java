package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;

/** Reads what the server said of each operation. */
final class ResultsReader {

    private ResultsReader() {}

    static List<OperationResult> read(JsonInput input) throws IOException {
        List<OperationResult> results = new ArrayList<>();
        input.object(field -> {
            if (field.equals("results")) {
                input.array(() -> results.add(Entry.read(input).result()));
            } else {
                input.skip();
            }
        });
        return results;
    }

    /** Collects the fields of one result, in whatever order they come. */
    private static final class Entry {

        private @Nullable UUID id;
        private String outcome = "";
        private @Nullable EntityRecord record;
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
                case "record" -> record = input.isNull() ? null : Envelope.readRecord(input);
                case "problem" -> problem = input.isNull() ? null : ProblemReader.read(input);
                case "retryAfter" ->
                    retryAfter = input.optionalNumber()
                            .map(seconds -> RetryAfter.bounded(Duration.ofSeconds(Math.min(seconds, 1_000_000))));
                default -> input.skip();
            }
        }

        OperationResult result() throws MalformedAnswerException {
            UUID operation = required(id, "id");
            return switch (outcome) {
                case "applied" -> new OperationResult.Applied(operation, required(record, "record"));
                case "conflict" -> new OperationResult.Conflict(operation, Optional.ofNullable(record));
                case "rejected" -> new OperationResult.Rejected(operation, required(problem, "problem"));
                case "retry" -> new OperationResult.Retry(operation, retryAfter);
                default -> throw new MalformedAnswerException("The server gave an outcome that is none: " + outcome);
            };
        }

        private static <T> T required(@Nullable T value, String name) throws MalformedAnswerException {
            if (value == null) {
                throw new MalformedAnswerException("The result of an operation has no " + name + ".");
            }
            return value;
        }
    }
}
