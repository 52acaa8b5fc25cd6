package org.waystation.sync.ui.internal.conflict;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.Conflict;
import org.waystation.api.sync.PendingChanges;
import org.waystation.api.sync.SyncService;
import org.waystation.shell.edit.Failure;
import org.waystation.shell.edit.PartFocus;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.Panel;

/** The editor of one change that did not get through. */
public final class ConflictPart {

    private final MPart part;
    private final EPartService parts;
    private final Look look;
    private final Executor ui;
    private final PendingChanges changes;
    private final SyncService sync;
    private final UUID operation;
    private final Panel ground;
    private @Nullable ConflictPage page;

    @Inject
    public ConflictPart(
            Composite parent,
            MPart part,
            EPartService parts,
            Look look,
            UISynchronize synchronize,
            @Service PendingChanges changes,
            @Service SyncService sync) {
        this.part = part;
        this.parts = parts;
        this.look = look;
        this.ui = synchronize::asyncExec;
        this.changes = changes;
        this.sync = sync;
        this.operation = UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID));
        this.ground = new Panel(parent, look, Tone.EDITOR);
        ground.setLayout(new FillLayout());
    }

    @PostConstruct
    void load() {
        changes.conflict(operation).whenCompleteAsync(this::show, ui);
    }

    private void show(@Nullable Optional<Conflict> found, @Nullable Throwable failure) {
        if (ground.isDisposed()) {
            return;
        }
        for (Control old : ground.getChildren()) {
            old.dispose();
        }
        if (failure != null || found == null) {
            empty().showError("This change could not be read", Failure.sentence(failure, ""), "Try again", this::load);
        } else if (found.isEmpty()) {
            part.setLabel("Settled change");
            empty().showEmpty(
                            "check",
                            "Nothing left to decide",
                            "This change has gone through or was given up.",
                            "Close",
                            this::close);
        } else {
            Conflict conflict = found.get();
            part.setLabel((conflict.change().conflicts() ? "Conflict: " : "Edit: ")
                    + conflict.change().place());
            ConflictPage made = new ConflictPage(
                    ground, look, new RelativeTime(Clock.systemDefaultZone()), conflict, new Decisions());
            page = made;
            made.setFocus();
        }
        ground.layout(true, true);
    }

    /** What the page asks for. */
    private final class Decisions implements ConflictPage.Actions {

        @Override
        public void send(java.util.Map<String, @Nullable Object> values) {
            finish(changes.amend(operation, values));
        }

        @Override
        public void giveUp() {
            finish(sync.discard(operation));
        }
    }

    private void finish(CompletionStage<Void> stage) {
        stage.whenCompleteAsync(
                (done, failure) -> {
                    if (failure == null) {
                        close();
                    } else if (page != null && !page.isDisposed()) {
                        page.failed(Failure.sentence(failure, ""));
                    }
                },
                ui);
    }

    private void close() {
        parts.hidePart(part, true);
    }

    private EmptyState empty() {
        return new EmptyState(ground, look, Tone.EDITOR);
    }

    @Focus
    void focus() {
        PartFocus.give(page, ground);
    }

    /** Of the controls that hold text over several lines. */
    static int wrapped() {
        return SWT.MULTI | SWT.WRAP | SWT.READ_ONLY;
    }
}
