package org.waystation.product.internal.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.signin.SignInPrompt;
import org.waystation.api.signin.SignInService;
import org.waystation.api.signin.SignInStatus;
import org.waystation.api.signin.SignInStatus.Phase;
import org.waystation.product.internal.sheet.CardHead;
import org.waystation.product.internal.sheet.Columns;
import org.waystation.product.internal.sheet.Cover;
import org.waystation.shell.theme.Look;

/**
 * Shows the sheet to sign in: by itself while nobody is signed in, unless the technician said "not now" or the profile is
 * connected to another system; and when it is asked for. A sign-in that the server has ended does not take the screen away, since work goes on without it.
 */
final class SignInScreen implements SignInPrompt, AskForm.Choices {

    private static final Logger LOG = System.getLogger(SignInScreen.class.getName());

    private final Shell window;
    private final Display display;
    private final Look look;
    private final SignInService service;
    private final Predicate<URI> browser;
    private Optional<Cover> cover = Optional.empty();
    private Optional<AskForm> ask = Optional.empty();
    private Optional<AutoCloseable> listening = Optional.empty();
    private Optional<URI> opened = Optional.empty();
    private String typed = "";
    private boolean notNow;
    private boolean elsewhere;

    /** @param browser opens a page and tells whether it could; called off the UI thread */
    SignInScreen(Shell window, Look look, SignInService service, Predicate<URI> browser) {
        this.window = window;
        this.display = window.getDisplay();
        this.look = look;
        this.service = service;
        this.browser = browser;
    }

    /** Follows the service from now on. */
    void watch() {
        listening = Optional.of(service.listen(this::onUi, this::show));
    }

    void stop() {
        listening.ifPresent(each -> {
            try {
                each.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Could not stop listening to the sign-in", e);
            }
        });
        listening = Optional.empty();
        onUi(this::close);
    }

    /** Whether the profile is connected to another system, so that nobody has to sign in here. Called on any thread. */
    void elsewhere(boolean connected) {
        onUi(() -> {
            elsewhere = connected;
            if (connected && service.status().phase() == Phase.SIGNED_OUT) {
                close();
            }
        });
    }

    boolean isOpen() {
        return cover.isPresent();
    }

    @Override
    public void open() {
        onUi(() -> {
            if (cover.isEmpty() && !window.isDisposed()) {
                cover();
                fill(service.status());
            }
        });
    }

    private void show(SignInStatus status) {
        if (window.isDisposed()) {
            return;
        }
        if (status.phase() == Phase.SIGNED_IN && status.fault().isEmpty()) {
            notNow = false;
            close();
            return;
        }
        boolean wanted = status.phase() == Phase.SIGNED_OUT && status.fault().isEmpty() && !notNow && !elsewhere;
        if (cover.isEmpty() && wanted) {
            cover();
        }
        if (cover.isPresent()) {
            fill(status);
        }
    }

    @Override
    public void byBrowser(URI server) {
        service.signIn(server);
    }

    @Override
    public void byCode(URI server) {
        service.signInByCode(server);
    }

    @Override
    public void notNow() {
        notNow = true;
        close();
    }

    private void cover() {
        Cover made = new Cover(window, look, "waystation.signin");
        made.card().setLayout(Columns.column(32, 28, CardHead.GAP));
        made.open();
        cover = Optional.of(made);
    }

    private void fill(SignInStatus status) {
        Cover sheet = cover.orElseThrow();
        switch (status.phase()) {
            case LOCKED -> {} // for the sheet that unlocks
            case SIGNED_IN, SIGNED_OUT -> ask(sheet, status);
            case STARTING, WAITING -> await(sheet, status);
        }
    }

    private void ask(Cover sheet, SignInStatus status) {
        String server = typed.isEmpty() ? status.server().map(URI::toString).orElse("") : typed;
        clear(sheet);
        AskForm form = new AskForm(sheet.card(), look, server, status.fault(), this);
        ask = Optional.of(form);
        sheet.refresh();
        form.setFocus();
    }

    private void await(Cover sheet, SignInStatus status) {
        clear(sheet);
        WaitForm[] form = new WaitForm[1];
        form[0] = new WaitForm(
                sheet.card(), look, status, page -> browse(page, () -> form[0].cannotOpen()), service::cancel);
        sheet.refresh();
        sheet.card().setFocus();
        if (status.code().isEmpty()
                && status.page().isPresent()
                && !status.page().equals(opened)) {
            opened = status.page();
            browse(status.page().get(), () -> form[0].cannotOpen());
        }
    }

    private void browse(URI page, Runnable ifItCannot) {
        CompletableFuture.supplyAsync(() -> browser.test(page)).thenAccept(could -> {
            if (!could) {
                onUi(ifItCannot);
            }
        });
    }

    private void clear(Cover sheet) {
        ask.ifPresent(form -> typed = form.typed());
        ask = Optional.empty();
        for (Control part : sheet.card().getChildren()) {
            part.dispose();
        }
    }

    private void close() {
        cover.filter(sheet -> !sheet.isDisposed()).ifPresent(Cover::close);
        cover = Optional.empty();
        ask = Optional.empty();
        typed = "";
    }

    /** The service outlives the window by a little. */
    private void onUi(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }
}
