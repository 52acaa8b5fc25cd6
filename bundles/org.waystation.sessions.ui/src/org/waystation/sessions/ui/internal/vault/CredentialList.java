package org.waystation.sessions.ui.internal.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.vault.Credential;
import org.waystation.api.vault.Secret;
import org.waystation.api.vault.SecretPart;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.session.Columns;
import org.waystation.sessions.ui.internal.widgets.PaintedList;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** The credentials by name, each with its company; a secret is shown or copied only when that is asked for. */
public final class CredentialList extends Panel {

    private static final int SHOWN_MILLIS = 20_000;

    private final SessionDesk desk;
    private final PaintedList<Credential> list;
    private final EmptyState empty;
    private final Panel foot;
    private final Card shown;
    private final Map<UUID, String> companies = new HashMap<>();
    private final ClipboardGuard clipboard;
    private final AutoCloseable listening;
    private final AutoCloseable locking;
    private Optional<UUID> wanted = Optional.empty();

    public CredentialList(Composite parent, SessionDesk desk) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        setLayout(Columns.of(1, 0, 0, 0));
        ToolHead head = Columns.fill(new ToolHead(this, desk.look(), "Credentials"));
        WidgetId.set(head.button("plus", "New credential").onPress(this::add), "waystation.credentials.new");
        empty = Columns.grow(new EmptyState(this, desk.look(), Tone.PANEL));
        empty.showEmpty(
                "key", "No credentials yet", "They are kept encrypted on this machine.", "New credential", this::add);
        list = Columns.grow(new PaintedList<>(this, desk.look(), Tone.PANEL, "Credentials", true, this::line));
        WidgetId.set(list, "waystation.credentials.list");
        list.onOpen(this::change).menu(this::menu);
        Columns.show(list, false);
        foot = new Panel(this, desk.look(), Tone.PANEL);
        GridData data = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        foot.setLayoutData(data);
        foot.setLayout(Columns.of(3, 12, 8, 6));
        button(
                foot,
                "Copy password",
                "waystation.credentials.copy",
                credential -> copy(credential, SecretPart.PASSWORD));
        button(foot, "Copy code", "waystation.credentials.code", this::copyCode);
        button(foot, "Show", "waystation.credentials.show", credential -> reveal(credential, SecretPart.PASSWORD));
        shown = Columns.fill(new Card(this, desk.look()));
        shown.setLayout(Columns.of(1, 12, 8, 4));
        Columns.show(shown, false);
        clipboard = new ClipboardGuard(getDisplay());
        listening = desk.vault().onChange(() -> desk.ui().execute(this::refresh));
        locking = desk.vault().onLock(() -> desk.ui().execute(this::forget));
        addListener(SWT.Dispose, e -> stopListening());
        desk.follow(
                desk.tickets().companies(),
                found -> {
                    found.forEach(company -> companies.put(company.id(), company.name()));
                    refresh();
                },
                reason -> refresh());
    }

    private void stopListening() {
        try {
            listening.close();
            locking.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What of a secret is to be seen or on the clipboard goes. */
    private void forget() {
        if (!isDisposed()) {
            clipboard.clear();
            hideCard();
        }
    }

    private void button(Panel foot, String label, String id, java.util.function.Consumer<Credential> work) {
        WidgetId.set(
                new FlatButton(foot, desk.look(), FlatButton.Kind.PLAIN)
                        .text(label)
                        .onPress(() -> list.selected().ifPresent(work)),
                id);
    }

    private PaintedList.Line line(Credential credential) {
        String parts =
                credential.parts().stream().sorted().map(SecretPart::label).collect(Collectors.joining(", "));
        String owner =
                credential.companyId().map(id -> companies.getOrDefault(id, "")).orElse("Any company");
        String user = credential.user().isEmpty() ? "" : credential.user() + "  ·  ";
        return new PaintedList.Line("key", Tone.DIM, credential.name(), user + owner, parts);
    }

    private List<MenuChoice> menu(Credential credential) {
        List<MenuChoice> choices = new ArrayList<>();
        if (credential.parts().contains(SecretPart.PASSWORD)) {
            choices.add(MenuChoice.of("Copy password", () -> copy(credential, SecretPart.PASSWORD)));
            choices.add(MenuChoice.of("Show password", () -> reveal(credential, SecretPart.PASSWORD)));
        }
        if (credential.parts().contains(SecretPart.ONE_TIME)) {
            choices.add(MenuChoice.of("Copy one-time code", () -> copyCode(credential)));
        }
        choices.add(MenuChoice.of("Change …", () -> change(credential)));
        choices.add(MenuChoice.of("Remove …", () -> remove(credential)));
        return choices;
    }

    private void add() {
        new CredentialSheet(getShell(), desk, null).open();
    }

    private void change(Credential credential) {
        new CredentialSheet(getShell(), desk, credential).open();
    }

    private void remove(Credential credential) {
        card(
                "Remove " + credential.name() + "?",
                "Its secrets are gone for good.",
                "Remove",
                () -> desk.follow(
                        desk.vault().remove(credential.id()),
                        done -> hideCard(),
                        reason -> desk.tell("The credential was not removed", reason)));
    }

    private void copy(Credential credential, SecretPart part) {
        take(credential, "copied", secret -> secret.part(part).map(String::new), text -> copied(text, part.label()));
    }

    private void copyCode(Credential credential) {
        take(credential, "code copied", secret -> secret.oneTimeCode().map(String::new), text -> copied(text, "Code"));
    }

    private void copied(String text, String what) {
        clipboard.copy(text, this::hideCard);
        card(what + " copied", "It leaves the clipboard after 20 seconds.", "", () -> {});
    }

    private void reveal(Credential credential, SecretPart part) {
        take(credential, "shown", secret -> secret.part(part).map(String::new), text -> {
            card(credential.name(), text, "Hide", this::hideCard);
            getDisplay().timerExec(SHOWN_MILLIS, this::hideCard);
        });
    }

    private void take(
            Credential credential,
            String purpose,
            Function<Secret, Optional<String>> use,
            java.util.function.Consumer<String> then) {
        desk.follow(
                desk.vault().use(credential.id(), purpose + " by the technician", use),
                text -> {
                    if (!isDisposed()) {
                        text.ifPresentOrElse(
                                then, () -> card("Nothing to copy", "This credential holds none.", "", () -> {}));
                    }
                },
                reason -> desk.tell("The credential cannot be used", reason));
    }

    private void card(String title, String text, String button, Runnable run) {
        for (var child : shown.getChildren()) {
            child.dispose();
        }
        Columns.fill(new TextLine(shown, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT).text(title));
        Columns.fill(new WrappedText(shown, desk.look(), TextStyle.CODE, Tone.TEXT).text(text));
        if (!button.isEmpty()) {
            new FlatButton(shown, desk.look(), FlatButton.Kind.PLAIN)
                    .text(button)
                    .onPress(run);
        }
        Columns.show(shown, true);
        layout(true, true);
    }

    private void hideCard() {
        if (!isDisposed()) {
            for (var child : shown.getChildren()) {
                child.dispose();
            }
            Columns.show(shown, false);
            layout(true, true);
        }
    }

    /** Selects a credential, also where the list is only about to come. */
    public void select(UUID credential) {
        wanted = Optional.of(credential);
        list.select(held -> held.id().equals(credential));
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        desk.follow(
                desk.vault().list(Optional.empty()),
                found -> {
                    if (!isDisposed()) {
                        list.show(found);
                        wanted.ifPresent(id -> list.select(held -> held.id().equals(id)));
                        wanted = Optional.empty();
                        Columns.show(list, !found.isEmpty());
                        Columns.show(empty, found.isEmpty());
                        Columns.show(foot, !found.isEmpty());
                        layout(true, true);
                    }
                },
                reason -> desk.tell("The credentials cannot be listed", reason));
    }

    @Override
    public boolean setFocus() {
        return list.setFocus();
    }
}
