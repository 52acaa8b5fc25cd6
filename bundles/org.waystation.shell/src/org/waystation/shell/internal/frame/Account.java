package org.waystation.shell.internal.frame;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.waystation.api.signin.SignInPrompt;
import org.waystation.api.signin.SignInService;
import org.waystation.api.signin.SignInStatus;
import org.waystation.api.signin.SignInStatus.Phase;
import org.waystation.api.sync.ServerSession;
import org.waystation.shell.widgets.MenuChoice;

/** What the avatar's menu says of the account, and what can be done with it. */
final class Account {

    private final ServiceTracker<SignInService, SignInService> services;
    private final ServiceTracker<SignInPrompt, SignInPrompt> prompts;

    Account() {
        BundleContext bundle = FrameworkUtil.getBundle(Account.class).getBundleContext();
        services = new ServiceTracker<>(bundle, SignInService.class, null);
        prompts = new ServiceTracker<>(bundle, SignInPrompt.class, null);
        services.open();
        prompts.open();
    }

    void close() {
        services.close();
        prompts.close();
    }

    /** Who, what that person may, and where. */
    List<MenuChoice> head(Optional<ServerSession> session) {
        List<MenuChoice> head = new ArrayList<>();
        head.add(MenuChoice.heading(session.map(ServerSession::userName).orElse("Not signed in"))
                .withDetail(session.map(ServerSession::role).map(Account::words).orElse("")));
        status().map(Account::place)
                .filter(line -> !line.isEmpty())
                .ifPresent(line -> head.add(MenuChoice.heading(line)));
        return head;
    }

    List<MenuChoice> choices() {
        SignInService service = services.getService();
        if (service == null) {
            return List.of();
        }
        if (service.status().phase() == Phase.SIGNED_IN) {
            return List.of(MenuChoice.of("Sign out", service::signOut).withIcon("user"));
        }
        SignInPrompt prompt = prompts.getService();
        String label = service.status().server().isPresent() ? "Sign in again" : "Sign in";
        return prompt == null
                ? List.of()
                : List.of(MenuChoice.of(label, prompt::open).withIcon("user"));
    }

    private Optional<SignInStatus> status() {
        return Optional.ofNullable(services.getService()).map(SignInService::status);
    }

    private static String place(SignInStatus status) {
        String server = status.server().map(URI::getAuthority).orElse("");
        return switch (status.phase()) {
            case SIGNED_IN -> server;
            case SIGNED_OUT -> status.fault().isPresent() ? "The sign-in has ended" : "Signed out";
            case LOCKED, STARTING, WAITING -> "";
        };
    }

    private static String words(String role) {
        String words = role.replace('_', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
