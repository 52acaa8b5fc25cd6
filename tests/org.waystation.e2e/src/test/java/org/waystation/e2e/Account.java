package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Locator;
import org.waystation.testkit.Screen;

/** A technician's account on the real server, made as an operator makes it, and signing in with it. */
final class Account {

    static final String PASSWORD = "seven quiet otters";
    private static final String EMAIL = "ida@msp.example";

    private final Hands hands = new Hands();

    private Account() {}

    /** With a password as its owner chooses it. */
    static Account on(ServerProcess server) throws Exception {
        String said = server.command("user", "add", EMAIL, "--name", "Ida Lund", "--role", "technician");
        Matcher code = Pattern.compile("/password(\\?code=\\S+)").matcher(said);
        assertTrue(code.find(), said);
        PlainBrowser browser = new PlainBrowser()
                .visit(server.address().resolve("/password" + code.group(1)))
                .submit(Map.of("password", PASSWORD, "again", PASSWORD, "answer", "set"));
        assertTrue(browser.text().contains("The password is set"), browser::text);
        return new Account();
    }

    /** From the sheet in which the server's address stands already. */
    void signInByCode(Screen screen) throws Exception {
        hands.click(screen.await(Locator.id("waystation.signin.code")));
        String code = screen.await(Locator.id("waystation.signin.usercode")).text();
        String page = screen.await(Locator.id("waystation.signin.page")).text();
        PlainBrowser browser = new PlainBrowser()
                .visit(URI.create(page))
                .submit(Map.of("user_code", code, "answer", "continue"))
                .submit(Map.of("email", EMAIL, "password", PASSWORD, "answer", "allow"));
        assertTrue(browser.text().contains("Signed in"), browser::text);
        screen.awaitGone(Locator.id("waystation.signin"));
    }
}
