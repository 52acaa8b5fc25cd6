package org.waystation.sync.ui.internal.scope;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.PendingChanges;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncScope;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.edit.Failure;
import org.waystation.shell.edit.PartFocus;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/** The editor of what is taken along. */
public final class ScopePart {

    /** Whoever clicks through several switches asks the server once. */
    private static final int PAUSE_MILLIS = 300;

    private static final String UNSAID = "The server did not say why.";

    private final MPart part;
    private final EPartService parts;
    private final Look look;
    private final Executor ui;
    private final SyncControl control;
    private final PendingChanges changes;
    private final Panel ground;
    private List<AutoCloseable> listening = List.of();
    private @Nullable ScopePage page;
    private @Nullable SyncScope asked;

    @Inject
    public ScopePart(
            Composite parent,
            MPart part,
            EPartService parts,
            Look look,
            UISynchronize synchronize,
            @Service SyncControl control,
            @Service PendingChanges changes) {
        this.part = part;
        this.parts = parts;
        this.look = look;
        this.ui = synchronize::asyncExec;
        this.control = control;
        this.changes = changes;
        this.ground = new Panel(parent, look, Tone.EDITOR);
        ground.setLayout(new FillLayout());
    }

    @PostConstruct
    void start() {
        part.setLabel("Scope");
        listening = List.of(control.follow(ui, this::open));
    }

    private void open(SyncFacts facts) {
        if (page != null || ground.isDisposed()) {
            return; // what somebody is choosing is not changed under their hands
        }
        ScopePage made = new ScopePage(ground, look, facts.wanted(), new Decisions());
        page = made;
        ground.layout(true, true);
        control.companies().thenAcceptAsync(found -> with(shown -> shown.show(found)), ui);
        changes.held().thenAcceptAsync(held -> with(shown -> shown.show(held)), ui);
    }

    private void with(java.util.function.Consumer<ScopePage> work) {
        ScopePage shown = page;
        if (shown != null && !shown.isDisposed()) {
            work.accept(shown);
        }
    }

    /** What the page asks for. */
    private final class Decisions implements ScopePage.Actions {

        @Override
        public void estimate(SyncScope scope) {
            asked = scope;
            ground.getDisplay().timerExec(PAUSE_MILLIS, () -> {
                if (scope.equals(asked) && !ground.isDisposed()) {
                    ask(scope);
                }
            });
        }

        @Override
        public void takeAlong(SyncScope scope) {
            control.takeAlong(scope)
                    .whenCompleteAsync(
                            (done, failure) -> {
                                if (failure == null) {
                                    close();
                                } else {
                                    with(shown -> shown.failed(Failure.sentence(failure, UNSAID)));
                                }
                            },
                            ui);
        }

        @Override
        public void close() {
            parts.hidePart(part, true);
        }
    }

    private void ask(SyncScope scope) {
        control.estimate(scope)
                .whenCompleteAsync(
                        (found, failure) -> with(shown -> {
                            if (failure == null && found != null) {
                                shown.show(scope, found);
                            } else {
                                shown.notEstimated(scope, Failure.sentence(failure, UNSAID));
                            }
                        }),
                        ui);
    }

    @Focus
    void focus() {
        PartFocus.give(page, ground);
    }

    @PreDestroy
    void stop() {
        Closing.quietly(listening);
    }
}
