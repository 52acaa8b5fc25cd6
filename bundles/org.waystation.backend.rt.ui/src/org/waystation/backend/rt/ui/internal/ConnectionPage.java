package org.waystation.backend.rt.ui.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.RtFindings;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** Where a Request Tracker is, who signs in, what was found there, and what its words mean. */
final class ConnectionPage extends Panel {

    private static final int MAPPING_LINES = 16;

    private final Look look;
    private final Actions actions;
    private final ScrollArea scroll;
    private final WrappedText standing;
    private final TextBox address;
    private final Choice<Method> method;
    private final TextBox user;
    private final SecretBox secret;
    private final FlatButton lookAround;
    private final Card result;
    private final WrappedText resultTitle;
    private final WrappedText resultDetail;
    private final FlatButton setup;
    private final Panel meaning;
    private final TextBox mapping;
    private final FlatButton connect;
    private final FlatButton remap;
    private final FlatButton disconnect;
    private boolean connected;
    private boolean busy;

    /** What the technician asks for. */
    interface Actions {

        void look(URI server, Method method, String user, char[] secret);

        void connect(URI server, Method method, String user, char[] secret, String mapping);

        void remap(String mapping);

        void disconnect();

        /** What is wrong with a mapping; empty where nothing is. */
        String complaint(String mapping);

        void exportMapping(String mapping);

        void importMapping();

        void saveSetup();

        void close();
    }

    ConnectionPage(Composite parent, Look look, Actions actions) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        this.actions = actions;
        WidgetId.set(this, "waystation.rt");
        setLayout(Rows.grid(1, 0, 0));
        scroll = new ScrollArea(this, look, Tone.EDITOR);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite content = scroll.content();
        content.setLayout(Rows.grid(1, 20, 16));

        Panel heading = Rows.group(content, look, 1, 4);
        Rows.text(heading, look, TextStyle.TITLE, Tone.TEXT, "Request Tracker");
        standing = Rows.text(heading, look, TextStyle.BODY, Tone.DIM, "");

        Panel form = Rows.group(content, look, 2, 10);
        label(form, "Address");
        address = new TextBox(form, look, Tone.EDITOR, "Address", 1).placeholder("https://rt.example.org/");
        place(address, "waystation.rt.address");
        label(form, "Sign in with");
        method = new Choice<>(
                form,
                look,
                Tone.EDITOR,
                "Sign in with",
                List.of(Method.PASSWORD, Method.TOKEN),
                one -> one == Method.PASSWORD ? "User and password" : "Authentication token (slower)");
        method.value(Method.PASSWORD);
        WidgetId.set(method, "waystation.rt.method");
        label(form, "User");
        user = new TextBox(form, look, Tone.EDITOR, "User", 1).placeholder("login name");
        place(user, "waystation.rt.user");
        label(form, "Password or token");
        secret = new SecretBox(form, look, "Password or token", "waystation.rt.secret").onSubmit(this::look);
        secret.setLayoutData(Rows.across());
        method.onChange(chosen -> user.setEnabled(chosen == Method.PASSWORD));

        Panel first = Rows.group(content, look, 2, 8);
        lookAround =
                button(first, FlatButton.Kind.PRIMARY, "look", "Look around").onPress(this::look);
        setup = button(first, FlatButton.Kind.PLAIN, "setup", "Save the setup file…")
                .onPress(actions::saveSetup);

        result = new Card(content, look);
        result.setLayout(Rows.grid(1, 12, 4));
        result.setLayoutData(Rows.across());
        WidgetId.set(result, "waystation.rt.result");
        resultTitle = Rows.text(result, look, TextStyle.BODY_STRONG, Tone.TEXT, "");
        resultDetail = Rows.text(result, look, TextStyle.SMALL, Tone.DIM, "");

        meaning = Rows.group(content, look, 1, 8);
        Rows.text(meaning, look, TextStyle.BODY_STRONG, Tone.TEXT, "What its words mean");
        Rows.text(
                meaning,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                "Proposed from what is on the server, yours to change: companies and how they are told apart (companyBy: "
                        + "DOMAIN, QUEUE or FIELD), queues and the type and origin of their tickets, statuses and "
                        + "priorities either way, catalogues, and the custom fields that hold what is a field here.");
        mapping = new TextBox(meaning, look, Tone.EDITOR, "Mapping", MAPPING_LINES);
        mapping.onChange(() -> mapping.error(mapping.text().isBlank() ? "" : actions.complaint(mapping.text())));
        place(mapping, "waystation.rt.mapping");
        Panel transfer = Rows.group(meaning, look, 2, 8);
        button(transfer, FlatButton.Kind.QUIET, "import", "Import…").onPress(actions::importMapping);
        button(transfer, FlatButton.Kind.QUIET, "export", "Export…")
                .onPress(() -> actions.exportMapping(mapping.text()));

        Panel last = Rows.group(content, look, 4, 8);
        connect = button(last, FlatButton.Kind.PRIMARY, "connect", "Connect").onPress(this::connect);
        remap = button(last, FlatButton.Kind.PLAIN, "remap", "Use this mapping").onPress(this::remap);
        disconnect = button(last, FlatButton.Kind.PLAIN, "disconnect", "Disconnect")
                .onPress(() -> {
                    busy("Disconnecting…");
                    actions.disconnect();
                });
        button(last, FlatButton.Kind.QUIET, "close", "Close").onPress(actions::close);
        Rows.shown(result, false);
        Rows.shown(meaning, false);
        show(Optional.empty());
    }

    private void label(Composite form, String text) {
        WrappedText made = new WrappedText(form, look, TextStyle.BODY, Tone.DIM).text(text);
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        data.widthHint = 150;
        made.setLayoutData(data);
    }

    private static void place(TextBox box, String id) {
        WidgetId.set(box.control(), id);
        box.setLayoutData(Rows.across());
    }

    private FlatButton button(Composite parent, FlatButton.Kind kind, String id, String text) {
        return WidgetId.set(new FlatButton(parent, look, kind), "waystation.rt." + id)
                .text(text);
    }

    /** How it stands. */
    void show(Optional<RtAccess> access) {
        connected = access.isPresent();
        standing.text(
                access.map(way -> "Connected to " + way.server()
                                + (way.user().isEmpty() ? " with a token." : " as " + way.user() + "."))
                        .orElse(
                                "Not connected. The records of one system live in one profile: connect where nothing else is."));
        access.ifPresent(way -> {
            address.text(way.server().toString());
            method.value(way.method());
            user.text(way.user());
        });
        refresh();
    }

    /** The mapping as text. */
    void mapping(String text) {
        mapping.text(text);
        Rows.shown(meaning, true);
        refresh();
    }

    void wrongMapping(String sentence) {
        mapping.error(sentence);
        idle();
    }

    void found(RtFindings found) {
        String lacking = found.lacking().isEmpty()
                ? ""
                : " Until the setup file was loaded there, nothing can be created from here in: "
                        + String.join(", ", found.lacking()) + ".";
        say(
                found.lacking().isEmpty() ? Tone.OK : Tone.WARN,
                "Request Tracker " + found.version() + ", signed in as " + found.user(),
                "Queues: " + String.join(", ", found.queues().keySet()) + ". Catalogues: "
                        + String.join(", ", found.catalogs()) + ". Classes: " + String.join(", ", found.classes()) + "."
                        + lacking);
    }

    void failed(String sentence) {
        say(Tone.BAD, "It did not work", sentence);
    }

    void said(String sentence) {
        say(Tone.OK, sentence, "");
    }

    private void say(Tone mark, String title, String detail) {
        result.mark(mark);
        resultTitle.text(title);
        resultDetail.text(detail);
        Rows.shown(resultDetail, !detail.isEmpty());
        Rows.shown(result, true);
        idle();
    }

    private void look() {
        server().ifPresent(uri -> {
            busy("Looking around…");
            actions.look(uri, way(), user.text(), secret.secret());
        });
    }

    private void connect() {
        server().ifPresent(uri -> {
            busy("Connecting…");
            char[] given = secret.secret();
            secret.wipe();
            actions.connect(uri, way(), user.text(), given, mapping.text());
        });
    }

    private void remap() {
        busy("Changing the mapping…");
        actions.remap(mapping.text());
    }

    private Method way() {
        return method.value().orElse(Method.PASSWORD);
    }

    private Optional<URI> server() {
        try {
            URI uri = RtAccess.address(address.text());
            address.error("");
            return Optional.of(uri);
        } catch (IllegalArgumentException e) {
            address.error(String.valueOf(e.getMessage()));
            address.setFocus();
            return Optional.empty();
        }
    }

    private void busy(String what) {
        busy = true;
        result.mark(Tone.ACCENT);
        resultTitle.text(what);
        resultDetail.text("");
        Rows.shown(resultDetail, false);
        Rows.shown(result, true);
        refresh();
    }

    private void idle() {
        busy = false;
        refresh();
    }

    private void refresh() {
        boolean meant = meaning.getVisible();
        lookAround.setEnabled(!busy);
        setup.setEnabled(!busy);
        connect.setEnabled(!busy && meant);
        remap.setEnabled(!busy && connected && meant);
        disconnect.setEnabled(!busy && connected);
        requestLayout();
        scroll.refresh();
    }

    @Override
    public boolean setFocus() {
        return !address.isDisposed() && address.setFocus();
    }
}
