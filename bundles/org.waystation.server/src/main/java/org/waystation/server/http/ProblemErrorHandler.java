package org.waystation.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.ProblemCode;

/** What Jetty itself refuses, such as a broken request line, as a problem and without its stack trace. */
final class ProblemErrorHandler extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ProblemCode code = switch (response.getStatus()) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 414 -> ProblemCode.URI_TOO_LONG;
            case 431 -> ProblemCode.HEADERS_TOO_LARGE;
            case 503 -> ProblemCode.UNAVAILABLE;
            case 505 -> ProblemCode.BAD_REQUEST; // another version of HTTP is the client's fault, not ours
            default -> response.getStatus() < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
        response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
        Answers.problem(response, callback, ApiProblem.of(code, ""));
        return true;
    }
}
