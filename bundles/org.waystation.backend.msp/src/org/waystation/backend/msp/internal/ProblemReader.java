package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;

/** Reads problem details (RFC 9457). Their text is foreign: made short, and free of control characters. */
final class ProblemReader {

    private static final int LONGEST = 500;
    private static final int MOST_ERRORS = 50;

    private String code = "";
    private String title = "";
    private String detail = "";
    private final List<FieldError> errors = new ArrayList<>();

    private ProblemReader() {}

    static Problem read(JsonInput input) throws IOException {
        ProblemReader reader = new ProblemReader();
        input.object(field -> reader.take(field, input));
        String code = reader.code.isEmpty() ? "unknown" : reader.code;
        String title = reader.title.isEmpty() ? "The server refused it without a reason." : reader.title;
        return new Problem(code, title, reader.detail, reader.errors);
    }

    private void take(String field, JsonInput input) throws IOException {
        switch (field) {
            case "code" -> code = words(input);
            case "title" -> title = words(input);
            case "detail" -> detail = words(input);
            case "errors" -> takeErrors(input);
            default -> input.skip();
        }
    }

    private void takeErrors(JsonInput input) throws IOException {
        if (input.isNull()) {
            return;
        }
        input.array(() -> {
            FieldError error = readError(input);
            if (errors.size() < MOST_ERRORS) {
                errors.add(error);
            }
        });
    }

    private static FieldError readError(JsonInput input) throws IOException {
        String[] parts = {"", "", ""};
        input.object(field -> {
            switch (field) {
                case "field" -> parts[0] = words(input);
                case "code" -> parts[1] = words(input);
                case "detail" -> parts[2] = words(input);
                default -> input.skip();
            }
        });
        return new FieldError(parts[0], parts[1], parts[2]);
    }

    private static String words(JsonInput input) throws IOException {
        if (input.isNull()) {
            return "";
        }
        String text = input.text().replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
