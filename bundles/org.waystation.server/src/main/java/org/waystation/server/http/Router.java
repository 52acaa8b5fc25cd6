package org.waystation.server.http;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.database.Faults;
import org.waystation.server.metrics.Metrics;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.session.Caller;

/** Finds the endpoint for a request, checks the token, and turns whatever goes wrong into a problem. */
final class Router extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Route> routes;
    private final Gate gate;

    private final Metrics metrics;

    Router(List<Route> routes, Gate gate, Metrics metrics) {
        this.metrics = metrics;
        this.routes = List.copyOf(routes);
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            if (request.isSecure()) {
                response.getHeaders().put(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000");
            }
            route(request, response, callback);
        } catch (ProblemException e) {
            Answers.problem(response, callback, e.problem());
        } catch (Exception e) {
            fail(request, response, callback, e);
        }
        return true;
    }

    private void route(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        List<Route> here =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        Optional<Route> route =
                here.stream().filter(r -> r.takes(request.getMethod())).findFirst();
        boolean open = here.stream().anyMatch(Route::open);
        // Who has no token does not learn which paths exist.
        Optional<Caller> caller = open ? Optional.empty() : Optional.of(gate.admit(request, response));
        if (here.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is nothing at this path.");
        }
        if (route.isEmpty()) {
            String allowed =
                    here.stream().map(Route::method).distinct().sorted().collect(Collectors.joining(", "));
            response.getHeaders().put(HttpHeader.ALLOW, allowed);
            throw new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "Allowed here: " + allowed + ".");
        }
        Map<String, String> values = route.get().match(path).orElseThrow();
        route.get().deprecation().ifPresent(deprecation -> deprecation.announce(response.getHeaders()));
        measure(request, response, route.get());
        try {
            route.get().endpoint().answer(new Exchange(request, response, callback, caller, values));
        } catch (ProblemException e) {
            gate.noteRefusal(request, caller, e.problem());
            throw e;
        }
    }

    private void measure(Request request, Response response, Route route) {
        // Streams of events end when their client goes, which says nothing of the server.
        if (!route.template().equals("/v1/events")) {
            Request.addCompletionListener(request, failure -> {
                long took = System.nanoTime() - request.getBeginNanoTime();
                metrics.answered(request.getMethod(), route.template(), response.getStatus(), Duration.ofNanos(took));
            });
        }
    }

    private static void fail(Request request, Response response, Callback callback, Exception e) {
        if (response.isCommitted()) {
            // Too late for words: breaking the connection is what tells the client that the answer is not whole.
            LOG.atInfo().addKeyValue("reason", e.getClass().getSimpleName()).log("answer cut off");
            callback.failed(e);
        } else if (e instanceof SQLException sql && Faults.isAway(sql)) {
            LOG.atWarn().addKeyValue("reason", e.getClass().getSimpleName()).log("the database does not answer");
            Answers.problem(response, callback, ApiProblem.of(ProblemCode.UNAVAILABLE, "Try again in a moment."));
        } else if (e instanceof HttpException http && http.getCode() < 500) {
            Answers.problem(response, callback, ApiProblem.of(ProblemCode.BAD_REQUEST, ""));
        } else {
            LOG.atError()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", Request.getPathInContext(request))
                    .setCause(e)
                    .log("request failed");
            Answers.problem(
                    response, callback, ApiProblem.of(ProblemCode.INTERNAL_ERROR, "The server's log says more."));
        }
    }
}
