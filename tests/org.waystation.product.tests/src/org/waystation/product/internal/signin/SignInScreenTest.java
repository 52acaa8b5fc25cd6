package org.waystation.product.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waystation.api.signin.SignInService;
import org.waystation.api.signin.SignInStatus;
import org.waystation.api.signin.SignInStatus.Phase;
import org.waystation.product.internal.sheet.Cover;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.WrappedText;

@Timeout(60)
class SignInScreenTest {

    private static final URI SERVER = URI.create("https://msp.example");
    private static final URI PAGE = URI.create("https://msp.example/oauth/authorize?x=y");

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final Composite content = new Composite(shell, SWT.NONE);
    private final StandardLook look = new StandardLook(display, false);
    private final Service service = new Service();
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private volatile boolean browser = true;
    private final SignInScreen screen = new SignInScreen(shell, look, service, page -> {
        opened.add(page);
        return browser;
    });

    @BeforeEach
    void open() {
        shell.setSize(900, 600);
        shell.open();
        screen.watch();
        settle();
    }

    @AfterEach
    void close() {
        display.dispose();
    }

    @Test
    void whoIsNotSignedInIsAskedForTheServerAndForTheWay() {
        assertFalse(screen.isOpen(), "asked while the profile is locked");
        signedOut(Optional.empty(), Optional.empty());
        assertFalse(content.isVisible());
        press("browser");
        assertEquals(List.of(), service.asked);
        assertTrue(says("Type the server address, such as https://msp.example."));
        type("msp.example");
        press("browser");
        press("code");
        assertEquals(List.of("browser " + SERVER, "code " + SERVER), service.asked);
        service.tell(status(Phase.SIGNED_IN, Optional.empty(), Optional.empty()));
        settle();
        assertFalse(screen.isOpen());
        assertTrue(content.isVisible());
    }

    @Test
    void theBrowserIsOpenedOnceAndWhereThereIsNoneTheLinkIsForCopying() {
        browser = false;
        signedOut(Optional.empty(), Optional.empty());
        SignInStatus waiting = status(Phase.WAITING, Optional.of(PAGE), Optional.empty());
        service.tell(waiting);
        until(() -> says("No browser could be opened here. Copy the link and open it yourself."));
        service.tell(waiting);
        settle();
        assertEquals(List.of(PAGE), opened);
        press("cancel");
        assertEquals(List.of("cancel"), service.asked);
    }

    @Test
    void aCodeIsShownWithItsPageAndNothingIsOpenedForIt() {
        signedOut(Optional.empty(), Optional.empty());
        service.tell(status(Phase.WAITING, Optional.of(PAGE), Optional.of("BCDF-GHJK")));
        settle();
        assertTrue(find("usercode").isPresent());
        assertEquals(List.of(), opened);
        signedOut(Optional.of(SERVER), Optional.of("The code was not typed in time. Begin again."));
        assertTrue(says("The code was not typed in time. Begin again."));
        assertEquals(SERVER.toString(), ((Text) find("server").orElseThrow()).getText());
    }

    @Test
    void notNowHoldsUntilItIsAskedForAndAnEndedSignInTakesNothingAway() {
        signedOut(Optional.empty(), Optional.empty());
        press("later");
        signedOut(Optional.empty(), Optional.empty());
        assertFalse(screen.isOpen());
        service.tell(status(Phase.SIGNED_IN, Optional.empty(), Optional.empty()));
        signedOut(Optional.of(SERVER), Optional.of("Your sign-in has ended."));
        assertFalse(screen.isOpen());
        screen.open();
        settle();
        assertTrue(screen.isOpen());
        assertTrue(says("Your sign-in has ended."));
    }

    @Test
    void nobodyIsAskedBesideAnotherSystemUnlessTheyWantIt() {
        signedOut(Optional.empty(), Optional.empty());
        assertTrue(screen.isOpen());
        screen.elsewhere(true);
        settle();
        assertFalse(screen.isOpen(), "the other system was there a little later");
        signedOut(Optional.empty(), Optional.empty());
        assertFalse(screen.isOpen());
        screen.open();
        settle();
        assertTrue(screen.isOpen());
        press("later");
        screen.elsewhere(false);
        service.tell(status(Phase.SIGNED_IN, Optional.empty(), Optional.empty()));
        signedOut(Optional.empty(), Optional.empty());
        assertTrue(screen.isOpen(), "there is nothing else any more");
    }

    @Test
    void theSheetBelowAnotherKeepsTheWindowCoveredWhicheverGoesFirst() {
        signedOut(Optional.empty(), Optional.empty());
        Cover above = new Cover(shell, look, "above");
        above.open();
        above.close();
        assertFalse(content.isVisible());
        assertTrue(find("server").orElseThrow().isVisible());
        above = new Cover(shell, look, "above");
        above.open();
        press("later");
        assertFalse(content.isVisible(), "shows below the other sheet");
        above.close();
        assertTrue(content.isVisible());
    }

    private void signedOut(Optional<URI> server, Optional<String> fault) {
        service.tell(SignInStatus.signedOut(server, fault));
        settle();
    }

    private static SignInStatus status(Phase phase, Optional<URI> page, Optional<String> code) {
        return new SignInStatus(phase, Optional.of(SERVER), page, code, Optional.empty());
    }

    private void press(String id) {
        ((FlatButton) find(id).orElseThrow()).press();
        settle();
    }

    private void type(String text) {
        ((Text) find("server").orElseThrow()).setText(text);
    }

    private Optional<Control> find(String id) {
        return all(shell).stream()
                .filter(each -> ("waystation.signin." + id).equals(each.getData("org.waystation.id")))
                .findFirst();
    }

    private boolean says(String sentence) {
        return all(shell).stream()
                .anyMatch(each ->
                        each instanceof WrappedText text && text.getText().equals(sentence));
    }

    private void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            settle();
        }
    }

    private void settle() {
        while (display.readAndDispatch()) {
            Thread.onSpinWait();
        }
    }

    private static List<Control> all(Composite parent) {
        List<Control> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            found.add(child);
            if (child instanceof Composite inner) {
                found.addAll(all(inner));
            }
        }
        return found;
    }

    /** Signing in as the test tells it. */
    private static final class Service implements SignInService {

        private final List<String> asked = new ArrayList<>();
        private Consumer<SignInStatus> listener = status -> {};
        private SignInStatus status =
                new SignInStatus(Phase.LOCKED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        void tell(SignInStatus news) {
            status = news;
            listener.accept(news);
        }

        @Override
        public SignInStatus status() {
            return status;
        }

        @Override
        public void signIn(URI server) {
            asked.add("browser " + server);
        }

        @Override
        public void signInByCode(URI server) {
            asked.add("code " + server);
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }

        @Override
        public void signOut() {
            asked.add("out");
        }

        @Override
        public AutoCloseable listen(Executor deliverOn, Consumer<SignInStatus> heard) {
            listener = news -> deliverOn.execute(() -> heard.accept(news));
            listener.accept(status);
            return () -> listener = news -> {};
        }
    }
}
