package org.waystation.backend.rt.ui.internal;

import java.net.URI;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtAccess.Method;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.ui.internal.mapping.MappingForm;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** Where a Request Tracker is, who signs in, what was found there, and what its words mean. */
final class ConnectionPage extends Panel {

    /** A company's fields stand side by side from this width on. */
    private static final int WIDE_FROM = 760;

    private final Look look;
    private final Actions actions;
    private final ScrollArea scroll;
    private final WrappedText standing;
    private final AccessForm access;
    private final FlatButton test;
    private final FlatButton setup;
    private final ResultCard result;
    private final Panel meaning;
    private final MappingForm mapping;
    private final FlatButton propose;
    private final FlatButton undo;
    private final Panel last;
    private final FlatButton connect;
    private final FlatButton remap;
    private final FlatButton disconnect;
    private Optional<RtMapping> kept = Optional.empty();
    private boolean connected;
    private boolean known;
    private boolean busy;

    /** What the technician asks for. */
    interface Actions extends MappingForm.Judge {

        void test(URI server, Method method, String user, char[] secret);

        void connect(URI server, Method method, String user, char[] secret, RtMapping mapping);

        void remap(RtMapping mapping);

        void disconnect();

        /** Gives up what is being done. */
        void cancel();

        /** What the words of the server that was tested most likely mean. */
        void propose();

        void exportMapping(RtMapping mapping);

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
        access = new AccessForm(content, look, this::test);
        Panel first = Rows.group(content, look, 2, 8);
        test = button(first, FlatButton.Kind.PRIMARY, "test", "Test the connection")
                .onPress(this::test);
        setup = button(first, FlatButton.Kind.PLAIN, "setup", "Save the setup file…")
                .onPress(actions::saveSetup);
        result = new ResultCard(content, look, actions::cancel);

        meaning = Rows.group(content, look, 1, 12);
        Panel head = Rows.group(meaning, look, 5, 4);
        Rows.text(head, look, TextStyle.TITLE, Tone.TEXT, "What its words mean");
        undo = button(head, FlatButton.Kind.QUIET, "undo", "Undo").onPress(this::undo);
        propose = button(head, FlatButton.Kind.QUIET, "propose", "Propose anew").onPress(actions::propose);
        button(head, FlatButton.Kind.QUIET, "import", "Import…").onPress(actions::importMapping);
        button(head, FlatButton.Kind.QUIET, "export", "Export…")
                .onPress(() -> mapping().ifPresent(actions::exportMapping));
        mapping = new MappingForm(meaning, look, actions);
        mapping.setLayoutData(Rows.across());
        mapping.onChange(this::refresh);
        access.onChange(this::refresh);

        Panel foot = new Panel(this, look, Tone.LINE);
        foot.setLayout(Rows.grid(1, 0, 0));
        foot.setLayoutData(Rows.across());
        Panel bar = new Panel(foot, look, Tone.EDITOR);
        GridLayout above = Rows.grid(1, 20, 0);
        above.marginHeight = 10;
        bar.setLayout(above);
        GridData line = Rows.across();
        line.verticalIndent = 1; // the ground shows as a hairline
        bar.setLayoutData(line);
        last = Rows.group(bar, look, 4, 8);
        connect = button(last, FlatButton.Kind.PRIMARY, "connect", "Connect").onPress(this::connect);
        remap = button(last, FlatButton.Kind.PRIMARY, "remap", "Use this mapping")
                .onPress(this::remap);
        disconnect = button(last, FlatButton.Kind.PLAIN, "disconnect", "Disconnect")
                .onPress(() -> {
                    busy("Disconnecting…");
                    actions.disconnect();
                });
        button(last, FlatButton.Kind.QUIET, "close", "Close").onPress(actions::close);
        addListener(SWT.Resize, event -> arrange());
        Rows.shown(meaning, false);
        show(Optional.empty(), Optional.empty());
    }

    private void arrange() {
        mapping.narrow(getClientArea().width < WIDE_FROM);
        scroll.refreshInPlace();
    }

    private FlatButton button(Composite parent, FlatButton.Kind kind, String id, String text) {
        FlatButton button = WidgetId.set(new FlatButton(parent, look, kind), "waystation.rt." + id)
                .text(text);
        button.setLayoutData(new GridData());
        return button;
    }

    /** How it stands. What somebody is editing is not changed under their hands. */
    void show(Optional<RtAccess> way, Optional<RtMapping> kept) {
        connected = way.isPresent();
        this.kept = kept;
        standing.text(
                way.map(ConnectionPage::sentence)
                        .orElse(
                                "Not connected. The records of one system live in one profile: connect where nothing else is."));
        access.show(way);
        if (mapping().isEmpty()) {
            kept.ifPresent(this::mapping);
        }
        refresh();
    }

    private static String sentence(RtAccess way) {
        return "Connected to " + way.server() + (way.user().isEmpty() ? " with a token." : " as " + way.user() + ".");
    }

    private Optional<RtMapping> mapping() {
        return mapping.mapping();
    }

    /** Another mapping to look at and change. */
    void mapping(RtMapping shown) {
        mapping.show(shown);
        Rows.shown(meaning, true);
        refresh();
    }

    /** What is on the server; the mapping is proposed from it where there is none yet. */
    void found(RtFindings found) {
        known = true;
        mapping.found(found);
        String lacking = found.lacking().isEmpty()
                ? ""
                : " Until the setup file was loaded there, nothing can be created from here in: "
                        + String.join(", ", found.lacking()) + ".";
        done(
                found.lacking().isEmpty() ? Tone.OK : Tone.WARN,
                "Request Tracker " + found.version() + ", signed in as " + found.user(),
                "Queues: " + String.join(", ", found.queues().keySet()) + ". Catalogues: "
                        + String.join(", ", found.catalogs()) + ". Classes: " + String.join(", ", found.classes()) + "."
                        + lacking);
        mapping().ifPresentOrElse(mapping::show, actions::propose);
        refresh();
    }

    void failed(String sentence) {
        done(Tone.BAD, "It did not work", sentence);
    }

    void said(String what, String more) {
        done(Tone.OK, what, more);
    }

    void cancelled() {
        busy = false;
        result.none();
        refresh();
    }

    private void done(Tone mark, String title, String detail) {
        busy = false;
        result.done(mark, title, detail);
        refresh();
    }

    private void busy(String what) {
        busy = true;
        result.busy(what);
        refresh();
        scroll.reveal(result);
    }

    private void test() {
        if (!busy) {
            access.server().ifPresent(uri -> {
                busy("Looking around…");
                actions.test(uri, access.method(), access.user(), access.secret());
            });
        }
    }

    private void connect() {
        Optional<URI> server = access.server();
        if (server.isPresent() && mapping.check()) {
            busy("Connecting…");
            char[] given = access.secret();
            access.wipe();
            mapping().ifPresent(now -> actions.connect(server.get(), access.method(), access.user(), given, now));
        }
    }

    private void remap() {
        if (mapping.check()) {
            busy("Changing the mapping…");
            mapping().ifPresent(actions::remap);
        }
    }

    private void undo() {
        mapping.undo();
        refresh();
    }

    private void refresh() {
        boolean meant = mapping().isPresent();
        test.setEnabled(!busy);
        setup.setEnabled(!busy);
        undo.setEnabled(mapping.canUndo());
        propose.setEnabled(known && !busy);
        connect.setEnabled(!busy && meant);
        remap.setEnabled(!busy && !mapping().equals(kept));
        disconnect.setEnabled(!busy);
        Rows.shown(remap, connected);
        Rows.shown(disconnect, connected);
        Rows.shown(connect, !connected || !access.isKept());
        last.requestLayout();
        scroll.refreshInPlace();
    }

    @Override
    public boolean setFocus() {
        return access.setFocus();
    }
}
