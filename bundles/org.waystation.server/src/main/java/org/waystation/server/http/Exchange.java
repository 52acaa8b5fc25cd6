package org.waystation.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.waystation.server.session.Caller;

/**
 * One request and its answer.
 *
 * @param caller empty where the route needs no token
 * @param pathValues what stood in the places of the path that vary
 */
record Exchange(
        Request request,
        Response response,
        Callback callback,
        Optional<Caller> caller,
        Map<String, String> pathValues) {

    /** The technician who asks; only on routes that need a token. */
    Caller signedIn() {
        return caller.orElseThrow();
    }

    Optional<String> header(HttpHeader name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** It was done, and there is nothing to tell. */
    void sendNothing() {
        response.setStatus(204);
        callback.succeeded();
    }

    void sendJson(JsonNode body) {
        Answers.json(response, callback, 200, Answers.JSON, body);
    }
}
