package org.waystation.server.http;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.waystation.server.http.pages.Page;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.signin.Codes;
import org.waystation.server.signin.PasswordCheck;

/** The pages on which a person signs a program in: for one with a browser beside it, and for one without. */
final class SignInEndpoints {

    private static final int DEVICE_MAX = 100;
    private static final Map<String, String> NONE = Map.of();

    private final SignInParts parts;
    private final Pages pages = new Pages();

    SignInEndpoints(SignInParts parts) {
        this.parts = parts;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/oauth/authorize", true, this::authorizePage),
                new Route("POST", "/oauth/authorize", true, this::authorize),
                new Route("GET", "/oauth/device", true, this::devicePage),
                new Route("POST", "/oauth/device", true, this::device));
    }

    private void authorizePage(Exchange exchange) {
        Form query = Form.ofQuery(exchange);
        codeRequest(query);
        pages.send(exchange, 200, authorizePage(exchange, query.toString(), device(query), "", Optional.empty()));
    }

    private Page authorizePage(
            Exchange exchange, String request, String device, String email, Optional<String> problem) {
        return new Page(parts.provider(), "Sign in")
                .text("On " + device + ".")
                .problem(problem)
                .form("/oauth/authorize", pages.guarded(exchange, Map.of("request", request)))
                .field("E-mail address", "email", "email", "username", email)
                .field("Password", "password", "password", "current-password", "")
                .button("Sign in", "answer", "allow", true)
                .button("Cancel", "answer", "deny", false)
                .endForm();
    }

    private void authorize(Exchange exchange) throws IOException, SQLException {
        Form form = Form.ofBody(exchange);
        pages.requireOwnForm(exchange, form);
        AuthorizationRequest request = parse(form.text("request"));
        Codes.Request wanted = check(request, device(request));
        if (form.text("answer").equals("deny")) {
            redirect(exchange, request, Map.of("error", "access_denied"));
            return;
        }
        String address = Request.getRemoteAddr(exchange.request());
        switch (parts.passwords().check(form.text("email"), form.text("password"), address)) {
            case PasswordCheck.Answer.Right right ->
                redirect(exchange, request, Map.of("code", parts.codes().issue(right.userId(), wanted)));
            case PasswordCheck.Answer.Wrong wrong -> again(exchange, form, wanted.device(), 403, Optional.empty());
            case PasswordCheck.Answer.Wait wait ->
                again(exchange, form, wanted.device(), 429, Optional.of(wait.howLong()));
        }
    }

    private void again(Exchange exchange, Form form, String device, int status, Optional<Duration> wait) {
        pages.send(
                exchange,
                status,
                authorizePage(
                        exchange,
                        form.text("request"),
                        device,
                        form.text("email"),
                        Optional.of(wrong(exchange, wait))));
    }

    private static String wrong(Exchange exchange, Optional<Duration> wait) {
        wait.ifPresent(
                time -> exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, Math.max(1, time.toSeconds())));
        return wait.map(time -> "Too many wrong passwords. Wait " + words(time) + ", then try again.")
                .orElse("The address or the password is wrong.");
    }

    private static String words(Duration wait) {
        return wait.toMinutes() > 0 ? (wait.toMinutes() + 1) + " minutes" : Math.max(1, wait.toSeconds()) + " seconds";
    }

    private Codes.Request codeRequest(Form query) {
        return check(parse(query.toString()), device(query));
    }

    private static AuthorizationRequest parse(String query) {
        try {
            return AuthorizationRequest.parse(query);
        } catch (ParseException e) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "This is no request to sign in. Begin again.");
        }
    }

    /** Errors before the redirect address is known to be good are told here and not sent there (RFC 9700, 4.11). */
    private static Codes.Request check(AuthorizationRequest request, String device) {
        URI redirect = request.getRedirectionURI();
        if (!Clients.isKnown(request.getClientID().getValue()) || redirect == null || !Clients.isLoopback(redirect)) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST, "An unknown program, or an address that is not on this machine.");
        }
        boolean proof =
                request.getCodeChallenge() != null && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod());
        if (!proof || !ResponseType.CODE.equals(request.getResponseType()) || request.getState() == null) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST, "Only response_type=code with a state and an S256 code_challenge.");
        }
        return new Codes.Request(
                request.getClientID().getValue(),
                redirect,
                request.getCodeChallenge().getValue(),
                device);
    }

    private static String device(Form form) {
        return name(form.get("device_name"));
    }

    private static String device(AuthorizationRequest request) {
        List<String> given = request.getCustomParameter("device_name");
        return name(given == null ? Optional.empty() : given.stream().findFirst());
    }

    /** What a program says of itself is a claim: printable, short, and shown as text. */
    static String name(Optional<String> given) {
        String name = given.orElse("").replaceAll("\\p{C}", "").strip();
        return name.isEmpty() ? "a Waystation workstation" : name.substring(0, Math.min(name.length(), DEVICE_MAX));
    }

    private void redirect(Exchange exchange, AuthorizationRequest request, Map<String, String> answer) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        answer.forEach((name, value) -> query.put(name, List.of(value)));
        query.put("state", List.of(request.getState().getValue()));
        // Which server this is, against mix-up (RFC 9207).
        query.put("iss", List.of(parts.issuer(exchange)));
        exchange.response().setStatus(303);
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        exchange.response().getHeaders().put("Referrer-Policy", "no-referrer");
        exchange.response()
                .getHeaders()
                .put(HttpHeader.LOCATION, request.getRedirectionURI() + "?" + URLUtils.serializeParameters(query));
        exchange.callback().succeeded();
    }

    private void devicePage(Exchange exchange) {
        String code = Form.ofQuery(exchange).text("user_code");
        pages.send(exchange, 200, codePage(exchange, code, Optional.empty()));
    }

    private Page codePage(Exchange exchange, String code, Optional<String> problem) {
        return new Page(parts.provider(), "Sign in a device")
                .text("Type the code that the device shows.")
                .problem(problem)
                .form("/oauth/device", pages.guarded(exchange, NONE))
                .field("Code", "user_code", "text", "off", code)
                .button("Continue", "answer", "continue", true)
                .endForm();
    }

    private Page allowPage(Exchange exchange, String code, String device, String email, Optional<String> problem) {
        return new Page(parts.provider(), "Sign in a device")
                .text("Sign in " + device + "? Only if you have it before you and it shows " + code + ".")
                .problem(problem)
                .form("/oauth/device", pages.guarded(exchange, Map.of("user_code", code)))
                .field("E-mail address", "email", "email", "username", email)
                .field("Password", "password", "password", "current-password", "")
                .button("Sign in the device", "answer", "allow", true)
                .button("No, it is not mine", "answer", "deny", false)
                .endForm();
    }

    private void device(Exchange exchange) throws IOException, SQLException {
        Form form = Form.ofBody(exchange);
        pages.requireOwnForm(exchange, form);
        parts.limits().requireTurn(exchange);
        String code = form.text("user_code");
        Optional<String> device = parts.devices().waiting(code);
        if (device.isEmpty()) {
            pages.send(
                    exchange,
                    403,
                    codePage(exchange, code, Optional.of("No device waits for this code. Look at it once more.")));
        } else if (form.text("answer").equals("allow") || form.text("answer").equals("deny")) {
            decide(exchange, form, code, device.get());
        } else {
            pages.send(exchange, 200, allowPage(exchange, code, device.get(), "", Optional.empty()));
        }
    }

    private void decide(Exchange exchange, Form form, String code, String device) throws IOException, SQLException {
        boolean allowed = form.text("answer").equals("allow");
        if (!allowed) {
            // Nobody has shown who it is, so nothing is denied in anybody's name: the code runs out.
            pages.send(
                    exchange,
                    200,
                    new Page(parts.provider(), "Nothing was signed in").text("You can close this page."));
            return;
        }
        String address = Request.getRemoteAddr(exchange.request());
        Optional<Duration> wait = Optional.empty();
        switch (parts.passwords().check(form.text("email"), form.text("password"), address)) {
            case PasswordCheck.Answer.Right right -> {
                parts.devices().decide(code, right.userId(), true);
                pages.send(
                        exchange,
                        200,
                        new Page(parts.provider(), "Signed in")
                                .text("The device goes on by itself. You can close this page."));
                return;
            }
            case PasswordCheck.Answer.Wait longer -> wait = Optional.of(longer.howLong());
            case PasswordCheck.Answer.Wrong wrong -> wait = Optional.empty();
        }
        pages.send(
                exchange,
                wait.isPresent() ? 429 : 403,
                allowPage(exchange, code, device, form.text("email"), Optional.of(wrong(exchange, wait))));
    }
}
