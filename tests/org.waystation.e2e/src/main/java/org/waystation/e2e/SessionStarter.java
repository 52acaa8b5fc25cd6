package org.waystation.e2e;

import org.waystation.api.session.SessionService;
import org.waystation.sshd.OpenSshServer;
import org.waystation.testkit.Screen;

/** Starts sessions in the running product without going through the sheet, as many as are wanted. */
final class SessionStarter {

    private SessionStarter() {}

    /** Returns the session's id once it is live. */
    static String start(Screen screen, OpenSshServer ssh, String title, boolean recorded) {
        return screen.ask(Screen.question("session.start")
                        .put("host", ssh.host())
                        .put("port", ssh.port())
                        .put("user", ssh.user())
                        .put("password", ssh.password())
                        .put("title", title)
                        .put("recorded", recorded))
                .asText();
    }

    /** Opens its editor, or brings it to the front. */
    static void show(Screen screen, String session) {
        screen.ask(Screen.question("record.open")
                .put("kind", SessionService.KIND.code())
                .put("id", session));
    }
}
