package org.waystation.samples.sessionprotocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EchoTerminalTest {

    @Test
    void whatIsTypedIsSaidBackUntilTheEnd() throws IOException {
        try (EchoTerminal terminal = new EchoTerminal()) {
            terminal.write("hello".getBytes(StandardCharsets.UTF_8));
            byte[] buffer = new byte[3];
            assertEquals(3, terminal.read(buffer));
            assertEquals(2, terminal.read(buffer));
            terminal.close();
            assertEquals(-1, terminal.read(buffer));
        }
    }
}
