package org.waystation.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A whole answer that keeps the document.
 *
 * @param request what it answers, for messages
 * @param headers by their names in lower case
 * @param body not compressed any more
 */
public record Reply(String request, int status, Map<String, List<String>> headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return Json.read(text());
        } catch (JacksonException e) {
            throw new Unmet(request + " must answer JSON, not: " + shortText());
        }
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public String code() {
        return json().path("code").asString("");
    }

    public Reply expect(int wanted) {
        Unmet.unless(
                status == wanted, request + " must answer " + wanted + ", but answers " + status + ": " + shortText());
        return this;
    }

    /** A problem with this code. */
    public Reply expect(int wanted, String code) {
        expect(wanted);
        Unmet.unlessEqual(code, code(), "the code of the problem that " + request + " answers");
        return this;
    }

    /** The names of the fields that the problem complains of. */
    public List<String> wrongFields() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.path("field").asString(""))
                .toList();
    }

    private String shortText() {
        return text().length() > 400 ? text().substring(0, 400) + "…" : text();
    }
}
