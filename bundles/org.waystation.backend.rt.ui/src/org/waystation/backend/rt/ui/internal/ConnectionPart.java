package org.waystation.backend.rt.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.backend.rt.MappingComplaint;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtPreview;
import org.waystation.backend.rt.RtService;
import org.waystation.backend.rt.RtService.State;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.edit.Failure;
import org.waystation.shell.edit.PartFocus;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/** The editor of the connection to Request Tracker. */
public final class ConnectionPart implements ConnectionPage.Actions {

    private final MPart part;
    private final EPartService parts;
    private final Look look;
    private final Executor ui;
    private final RtService service;
    private final MappingFiles files;
    private final Panel ground;
    private Optional<AutoCloseable> listening = Optional.empty();
    private Optional<RtFindings> found = Optional.empty();
    private Optional<CompletionStage<?>> running = Optional.empty();
    private @Nullable ConnectionPage page;

    @Inject
    public ConnectionPart(
            Composite parent,
            MPart part,
            EPartService parts,
            Look look,
            UISynchronize synchronize,
            @Service RtService service) {
        this.part = part;
        this.parts = parts;
        this.look = look;
        this.ui = synchronize::asyncExec;
        this.service = service;
        this.files = new MappingFiles(parent.getShell());
        this.ground = new Panel(parent, look, Tone.EDITOR);
        ground.setLayout(new FillLayout());
    }

    @PostConstruct
    void start() {
        part.setLabel("Request Tracker");
        ConnectionPage made = new ConnectionPage(ground, look, this);
        page = made;
        ground.layout(true, true);
        listening = Optional.of(service.listen(ui, state -> with(shown -> show(shown, state))));
    }

    private static void show(ConnectionPage shown, State state) {
        shown.show(state.access(), state.mapping());
    }

    private void with(Consumer<ConnectionPage> work) {
        ConnectionPage shown = page;
        if (shown != null && !shown.isDisposed()) {
            work.accept(shown);
        }
    }

    @Override
    public List<MappingComplaint> complaints(RtMapping mapping) {
        return service.complaints(mapping);
    }

    @Override
    public RtPreview preview(RtFindings findings, RtMapping mapping) {
        return service.preview(findings, mapping);
    }

    @Override
    public void test(URI server, RtAccess.Method method, String user, char[] secret) {
        settle(service.look(server, method, user, secret), (shown, findings) -> {
            found = Optional.of(findings);
            shown.found(findings);
        });
    }

    @Override
    public void propose() {
        found.map(service::propose).ifPresent(proposed -> with(shown -> shown.mapping(proposed)));
    }

    @Override
    public void connect(URI server, RtAccess.Method method, String user, char[] secret, RtMapping mapping) {
        settle(
                service.connect(server, method, user, secret, mapping),
                (shown, nothing) -> shown.said(
                        "Connected", "What is there comes in the background; the status bar shows how far it is."));
    }

    @Override
    public void remap(RtMapping mapping) {
        settle(
                service.remap(mapping),
                (shown, nothing) -> shown.said("The mapping is another one", "The records are fetched anew."));
    }

    @Override
    public void disconnect() {
        settle(service.disconnect(), (shown, nothing) -> shown.said("Disconnected", "What was synced stays here."));
    }

    /** What is to be done on the screen with what came of it. */
    @FunctionalInterface
    private interface Outcome<T> {
        void on(ConnectionPage page, T result);
    }

    private <T> void settle(CompletionStage<T> stage, Outcome<T> outcome) {
        running = Optional.of(stage);
        stage.whenCompleteAsync(
                (result, failure) -> with(shown -> {
                    if (failure == null) {
                        outcome.on(shown, result);
                    } else if (isCancelled(failure)) {
                        shown.cancelled();
                    } else {
                        shown.failed(Failure.sentence(failure, "It did not work, and nobody said why."));
                    }
                }),
                ui);
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof CancellationException
                || failure instanceof CompletionException && failure.getCause() instanceof CancellationException;
    }

    @Override
    public void cancel() {
        running.ifPresent(stage -> stage.toCompletableFuture().cancel(true));
    }

    @Override
    public void exportMapping(RtMapping mapping) {
        told(files.save("Export the mapping", "request-tracker-mapping.json", service.write(mapping)));
    }

    @Override
    public void importMapping() {
        files.open("Import a mapping")
                .ifPresent(reading -> settle(reading.thenApply(service::read), ConnectionPage::mapping));
    }

    @Override
    public void saveSetup() {
        told(files.save("Save the setup file", "waystation-fields.pl", service.setupFile()));
    }

    private void told(Optional<CompletionStage<Void>> saving) {
        saving.ifPresent(stage -> settle(stage, (shown, nothing) -> shown.said("Saved", "")));
    }

    @Override
    public void close() {
        parts.hidePart(part, true);
    }

    @Focus
    void focus() {
        PartFocus.give(page, ground);
    }

    /** What was begun goes on: whoever closes the screen after Connect wants to be connected. */
    @PreDestroy
    void stop() {
        listening.ifPresent(Closing::quietly);
    }
}
