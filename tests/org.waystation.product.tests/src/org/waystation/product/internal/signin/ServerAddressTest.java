package org.waystation.product.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerAddressTest {

    @Test
    void aNameAloneIsEncryptedUnlessItIsThisMachine() {
        assertEquals(server("https://msp.example"), ServerAddress.of(" msp.example "));
        assertEquals(server("https://msp.example:8443/way"), ServerAddress.of("msp.example:8443/way"));
        assertEquals(server("http://localhost:8080"), ServerAddress.of("localhost:8080"));
        assertEquals(server("http://[::1]:8080"), ServerAddress.of("[::1]:8080"));
        assertEquals(server("http://127.0.0.1:8080/"), ServerAddress.of("http://127.0.0.1:8080/"));
    }

    @Test
    void whatCannotBeOneIsToldWithTheNameOfTheField() {
        for (String typed : List.of(
                "",
                "http://msp.example",
                "http://127.0.0.1.evil.example",
                "ftp://msp.example",
                "https://",
                "https://me:secret@msp.example",
                "https://msp.example/?a=b",
                "two words",
                "https://msp.example/#x")) {
            ServerAddress wrong = ServerAddress.of(typed);
            assertEquals(Optional.empty(), wrong.server(), typed);
            assertTrue(
                    wrong.complaint().toLowerCase(java.util.Locale.ROOT).contains("server address"),
                    typed + ": " + wrong.complaint());
        }
    }

    private static ServerAddress server(String address) {
        return new ServerAddress(Optional.of(URI.create(address)), "");
    }
}
