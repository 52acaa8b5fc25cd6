package org.waystation.backend.rt.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.backend.rt.RtAccess;
import org.waystation.backend.rt.RtFindings;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtService;
import org.waystation.backend.rt.RtService.State;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/** The editor of the connection to Request Tracker. */
public final class ConnectionPart implements ConnectionPage.Actions {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPart.class);

    private final MPart part;
    private final EPartService parts;
    private final Look look;
    private final Executor ui;
    private final RtService service;
    private final MappingFiles files;
    private final Panel ground;
    private Optional<AutoCloseable> listening = Optional.empty();
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

    private void show(ConnectionPage shown, State state) {
        shown.show(state.access());
        state.mapping().ifPresent(mapping -> shown.mapping(service.write(mapping)));
    }

    private void with(Consumer<ConnectionPage> work) {
        ConnectionPage shown = page;
        if (shown != null && !shown.isDisposed()) {
            work.accept(shown);
        }
    }

    @Override
    public void look(URI server, RtAccess.Method method, String user, char[] secret) {
        CompletionStage<RtFindings> looking = service.look(server, method, user, secret);
        looking.whenCompleteAsync(
                (found, failure) -> with(shown -> {
                    if (found != null) {
                        shown.found(found);
                        shown.mapping(service.write(service.propose(found)));
                    } else {
                        shown.failed(message(failure));
                    }
                }),
                ui);
    }

    @Override
    public void connect(URI server, RtAccess.Method method, String user, char[] secret, String mapping) {
        read(mapping)
                .ifPresent(meaning -> settle(
                        service.connect(server, method, user, secret, meaning),
                        "Connected. What is there comes in the background; the status bar shows how far it is."));
    }

    @Override
    public void remap(String mapping) {
        read(mapping).ifPresent(meaning -> settle(service.remap(meaning), "The records are fetched anew."));
    }

    @Override
    public void disconnect() {
        settle(service.disconnect(), "Disconnected. What was synced stays here.");
    }

    private void settle(CompletionStage<Void> stage, String done) {
        stage.whenCompleteAsync(
                (nothing, failure) -> with(shown -> {
                    if (failure == null) {
                        shown.said(done);
                    } else {
                        shown.failed(message(failure));
                    }
                }),
                ui);
    }

    private Optional<RtMapping> read(String text) {
        try {
            return Optional.of(service.read(text));
        } catch (IllegalArgumentException e) {
            with(shown -> shown.wrongMapping(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    @Override
    public String complaint(String mapping) {
        try {
            service.read(mapping);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void exportMapping(String mapping) {
        told(files.save("Export the mapping", "request-tracker-mapping.json", mapping));
    }

    @Override
    public void importMapping() {
        files.open("Import a mapping")
                .ifPresent(reading -> reading.whenCompleteAsync(
                        (text, failure) -> with(shown -> {
                            if (text != null) {
                                shown.mapping(text);
                            } else {
                                shown.failed(message(failure));
                            }
                        }),
                        ui));
    }

    @Override
    public void saveSetup() {
        told(files.save("Save the setup file", "waystation-fields.pl", service.setupFile()));
    }

    private void told(Optional<CompletionStage<Void>> saving) {
        saving.ifPresent(stage -> settle(stage, "Saved."));
    }

    @Override
    public void close() {
        parts.hidePart(part, true);
    }

    private static String message(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause == null || cause.getMessage() == null
                ? "It did not work, and nobody said why."
                : cause.getMessage();
    }

    @Focus
    void focus() {
        if (page != null && !page.isDisposed()) {
            page.setFocus();
        } else {
            ground.forceFocus();
        }
    }

    @PreDestroy
    void stop() {
        listening.ifPresent(each -> {
            try {
                each.close();
            } catch (Exception e) {
                LOG.warn("A screen that is gone is still told of changes.", e);
            }
        });
    }
}
