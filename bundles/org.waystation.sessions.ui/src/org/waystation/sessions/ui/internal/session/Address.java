package org.waystation.sessions.ui.internal.session;

import java.util.OptionalInt;

/** An address as people write it: {@code user@host:port}, {@code [2001:db8::1]:22}, or just a name. */
record Address(String user, String host, OptionalPort port) {

    /** A port, or none. */
    record OptionalPort(OptionalInt number) {

        int orElse(int fallback) {
            return number.orElse(fallback);
        }

        void ifPresent(java.util.function.IntConsumer consumer) {
            number.ifPresent(consumer);
        }
    }

    static Address of(String text) {
        String rest = text.strip();
        int at = rest.lastIndexOf('@');
        String user = at < 0 ? "" : rest.substring(0, at);
        rest = rest.substring(at + 1);
        int bracket = rest.indexOf(']');
        int colon = rest.lastIndexOf(':');
        boolean bareV6 = bracket < 0 && rest.indexOf(':') != colon;
        if (colon > bracket && !bareV6) {
            String host = rest.substring(0, colon);
            return new Address(
                    user, unbracketed(host), new OptionalPort(OptionalInt.of(number(rest.substring(colon + 1)))));
        }
        return new Address(user, unbracketed(rest), new OptionalPort(OptionalInt.empty()));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The number, or 0, which is no port, for what is none. */
    static int number(String text) {
        String digits = text.strip();
        boolean number =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }
}
