package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.BackendException;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;

/** The file that a server writes when it is ready: JSON with its address and a token. */
final class ReadyFile {

    private final Path file;

    ReadyFile(Path file) {
        this.file = file;
    }

    ServerAccess read() throws BackendException {
        try (InputStream in = Files.newInputStream(file);
                JsonInput input = new JsonInput(in)) {
            if (!input.next()) {
                throw new MalformedAnswerException("The file is empty.");
            }
            return read(input);
        } catch (NoSuchFileException e) {
            throw new BackendException(
                    BackendException.Cause.UNREACHABLE,
                    "The server has not started: its file " + file + " is not there yet.",
                    e,
                    Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            throw new BackendException(
                    BackendException.Cause.UNREACHABLE,
                    "The file " + file + " does not name a server. Start the server again.",
                    null, // its text could hold the token
                    Optional.empty());
        }
    }

    private static ServerAccess read(JsonInput input) throws IOException {
        @Nullable URI[] server = new URI[1];
        @Nullable AccessToken[] token = new AccessToken[1];
        input.object(field -> {
            switch (field) {
                case "url" -> server[0] = URI.create(withSlash(input.text()));
                case "token" -> token[0] = token(input.secret());
                default -> input.skip();
            }
        });
        if (server[0] == null || token[0] == null) {
            throw new MalformedAnswerException("The file has no url or no token.");
        }
        return new ServerAccess(server[0], token[0]);
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    private static AccessToken token(char[] characters) {
        try {
            return new AccessToken(characters);
        } finally {
            Arrays.fill(characters, '*');
        }
    }
}
