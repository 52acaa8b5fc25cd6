package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.ServerSession;

/** Reads who we are to the server. */
final class SessionReader {

    private @Nullable UUID userId;
    private String userName = "";
    private String provider = "";
    private String epoch = "";
    private String role = "";
    private @Nullable Instant serverTime;
    private Optional<Integer> leaseDays = Optional.empty();

    private SessionReader() {}

    static ServerSession read(JsonInput input) throws IOException {
        SessionReader reader = new SessionReader();
        input.object(field -> reader.take(field, input));
        UUID user = reader.userId;
        Instant time = reader.serverTime;
        if (user == null || time == null || reader.epoch.isEmpty()) {
            throw new MalformedAnswerException("The server's answer does not say who is signed in.");
        }
        return new ServerSession(
                user, reader.userName, reader.provider, reader.epoch, time, reader.leaseDays, reader.role);
    }

    private void take(String field, JsonInput input) throws IOException {
        switch (field) {
            case "user" -> input.object(inner -> takeUser(inner, input));
            case "role" -> role = input.text();
            case "provider" -> provider = input.text();
            case "epoch" -> epoch = input.text();
            case "serverTime" -> serverTime = instant(input.text());
            case "offlineLeaseDays" -> leaseDays = Optional.of(Math.clamp(input.number(), 0, Integer.MAX_VALUE));
            default -> input.skip();
        }
    }

    private void takeUser(String field, JsonInput input) throws IOException {
        switch (field) {
            case "id" -> userId = input.uuid();
            case "name" -> userName = input.text();
            default -> input.skip();
        }
    }

    private static Instant instant(String text) throws MalformedAnswerException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedAnswerException("The server's clock cannot be read.", e);
        }
    }
}
