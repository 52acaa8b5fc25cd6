package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.waystation.backend.msp.AccessToken;
import org.waystation.backend.msp.ServerAccess;

class AccessTokenTest {

    @Test
    void isNeverShown() {
        AccessToken token = new AccessToken("hush".toCharArray());
        assertFalse(token.toString().contains("hush"));
        assertFalse(new ServerAccess(URI.create("https://msp.example.org/"), token)
                .toString()
                .contains("hush"));
        assertEquals("Bearer hush", token.authorization());
        token.wipe();
        assertFalse(token.authorization().contains("hush"));
    }

    @Test
    void isNothingThatCouldBreakOutOfAHeader() {
        for (String bad : new String[] {"", "a b", "a\r\nX: y", "a\u0000", "ä"}) {
            assertThrows(IllegalArgumentException.class, () -> new AccessToken(bad.toCharArray()), bad);
        }
    }

    @Test
    void onlyEncryptedOrOwnAddressesArePrivate() {
        for (String address :
                new String[] {"https://msp.example.org/", "http://127.0.0.1:1/", "http://localhost/", "http://[::1]/"
                }) {
            assertTrue(access(address).isPrivate(), address);
        }
        for (String address :
                new String[] {"http://msp.example.org/", "http://127.evil.example/", "http://10.0.0.1/"}) {
            assertFalse(access(address).isPrivate(), address);
        }
        for (String address : new String[] {"ftp://a/", "file:/etc/passwd", "msp.example.org"}) {
            assertThrows(IllegalArgumentException.class, () -> access(address), address);
        }
    }

    private static ServerAccess access(String address) {
        return new ServerAccess(URI.create(address), new AccessToken("t".toCharArray()));
    }
}
