package org.waystation.server.http.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A page as text. Every value that comes from outside goes through {@link #escape}. */
public final class Page {

    private static final String CSS = css();

    /**
     * Nothing but this page's own style, forms to ourselves and on to a program on the same machine. Browsers hold the
     * redirect after a form against form-action too, so the loopback addresses are named.
     */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS)
            + "'; form-action 'self' http://127.0.0.1:* http://[::1]:*; frame-ancestors 'none'; base-uri 'none'";

    private final StringBuilder body = new StringBuilder();
    private final String title;

    /**
     * @param provider whose server this is
     */
    public Page(String provider, String title) {
        this.title = title;
        body.append("<p class=\"mark\">")
                .append(escape(provider))
                .append(" · Waystation</p><h1>")
                .append(escape(title))
                .append("</h1>");
    }

    public Page text(String text) {
        body.append("<p>").append(escape(text)).append("</p>");
        return this;
    }

    /** Something went wrong, in words for the person. */
    public Page problem(Optional<String> text) {
        text.ifPresent(words -> body.append("<p class=\"bad\" role=\"alert\">")
                .append(escape(words))
                .append("</p>"));
        return this;
    }

    /**
     * Begins a form.
     *
     * @param hidden what it sends without being shown
     */
    public Page form(String action, Map<String, String> hidden) {
        body.append("<form method=\"post\" action=\"").append(escape(action)).append("\">");
        hidden.forEach((name, value) -> body.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">"));
        return this;
    }

    /**
     * @param autocomplete what a browser or password manager may fill in (HTML standard, section on autofill)
     */
    public Page field(String label, String name, String type, String autocomplete, String value) {
        String id = "field-" + name;
        body.append("<label for=\"")
                .append(id)
                .append("\">")
                .append(escape(label))
                .append("</label><input id=\"")
                .append(id)
                .append("\" name=\"")
                .append(name)
                .append("\" type=\"")
                .append(type)
                .append("\" autocomplete=\"")
                .append(autocomplete)
                .append("\" value=\"")
                .append(escape(value))
                .append("\"")
                .append(name.equals("user_code") ? " class=\"code\" maxlength=\"9\"" : "")
                .append(" required>");
        return this;
    }

    public Page button(String label, String name, String value, boolean first) {
        body.append("<button")
                .append(first ? "" : " class=\"second\" formnovalidate")
                .append(" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value)
                .append("\">")
                .append(escape(label))
                .append("</button>");
        return this;
    }

    public Page endForm() {
        body.append("</form>");
        return this;
    }

    @Override
    public String toString() {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width,initial-scale=1\"><title>" + escape(title) + "</title><style>" + CSS
                + "</style></head><body><main>" + body + "</main></body></html>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String css() {
        try (InputStream in = Page.class.getResourceAsStream("page.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The pages' style cannot be read.", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
