package org.waystation.backend.msp.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a sign-in when the program ends.
 *
 * @param server its address, with a slash at its end
 * @param refreshToken empty after signing out, when only the address is kept for the next time
 */
record KeptSignIn(URI server, String refreshToken) {

    /** Its buffers hold the token and are not kept for others. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    static Optional<KeptSignIn> read(SealedFile file) throws IOException {
        Optional<byte[]> plain = file.read();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        @Nullable URI[] server = new URI[1];
        String[] token = {""};
        try (JsonInput input = new JsonInput(new ByteArrayInputStream(plain.get()))) {
            input.next();
            input.object(field -> {
                switch (field) {
                    case "server" -> server[0] = URI.create(input.text());
                    case "refreshToken" -> token[0] = input.text();
                    default -> input.skip();
                }
            });
        } finally {
            Arrays.fill(plain.get(), (byte) 0);
        }
        URI found = server[0];
        return found == null ? Optional.empty() : Optional.of(new KeptSignIn(found, token[0]));
    }

    /** Where somebody was signed in, and nothing that signs in. */
    KeptSignIn withoutToken() {
        return new KeptSignIn(server, "");
    }

    void write(SealedFile file) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(plain)) {
            json.writeStartObject();
            json.writeStringField("server", server.toString());
            json.writeStringField("refreshToken", refreshToken);
            json.writeEndObject();
        }
        file.write(plain.toByteArray());
    }

    @Override
    public String toString() {
        return "KeptSignIn[" + server + "]";
    }
}
