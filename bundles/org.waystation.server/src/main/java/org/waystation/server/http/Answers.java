package org.waystation.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.record.Json;

/** Writes whole answers. */
final class Answers {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    private static final String RETRY_SECONDS = "2";

    private Answers() {}

    static void json(Response response, Callback callback, int status, String type, JsonNode body) {
        send(response, callback, status, type, Json.text(body).getBytes(StandardCharsets.UTF_8));
    }

    static void send(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        if (!response.getHeaders().contains(HttpHeader.CACHE_CONTROL)) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    static void problem(Response response, Callback callback, ApiProblem problem) {
        int status = problem.code().status();
        if (status == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.code() == ProblemCode.UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        json(response, callback, status, PROBLEM, problemNode(problem));
    }

    static ObjectNode problemNode(ApiProblem problem) {
        ObjectNode node = Json.object();
        node.put("type", problem.type());
        node.put("title", problem.code().title());
        node.put("status", problem.code().status());
        if (!problem.detail().isEmpty()) {
            node.put("detail", problem.detail());
        }
        node.put("code", problem.code().code());
        if (!problem.errors().isEmpty()) {
            ArrayNode errors = node.putArray("errors");
            for (FieldProblem error : problem.errors()) {
                errors.addObject()
                        .put("field", error.field())
                        .put("code", error.code())
                        .put("detail", error.detail());
            }
        }
        return node;
    }
}
