package org.waystation.shell.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.jspecify.annotations.Nullable;
import org.waystation.api.files.AttachedFile;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.files.ContentState;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.text.SafeName;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/** The files of a record, side by side. Nothing of them is ever started: they are looked at here, or saved. */
public final class FileStrip extends Panel {

    private final Look look;
    private final Executor ui;
    private final Supplier<Optional<AttachmentService>> service;
    private final RecordRef owner;
    private final Map<UUID, FileChip> chips = new LinkedHashMap<>();
    private final Map<UUID, AttachedFile> held = new LinkedHashMap<>();
    private @Nullable LiveValue live;
    private Consumer<Boolean> shown = any -> {};
    private boolean allowed = true;
    private Consumer<String> failed = sentence -> {};

    /**
     * @param ui runs on the UI thread
     * @param service keeps the files; empty while there is none
     */
    public FileStrip(
            Composite parent,
            Look look,
            Tone ground,
            Executor ui,
            Supplier<Optional<AttachmentService>> service,
            RecordRef owner) {
        super(parent, look, ground);
        this.look = look;
        this.ui = ui;
        this.service = service;
        this.owner = owner;
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.marginRight = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 8;
        row.wrap = true;
        setLayout(row);
        addListener(SWT.Dispose, event -> stop());
        follow();
    }

    /** Called with whether there are any, after that has changed. */
    public void onShown(Consumer<Boolean> listener) {
        shown = listener;
        listener.accept(!chips.isEmpty());
    }

    /** Called with why something could not be done with a file; empty once something could. */
    public void onFailure(Consumer<String> listener) {
        failed = listener;
    }

    /** Whether the reader of the ticket may add files and take them away. */
    public void allow(boolean changes) {
        allowed = changes;
    }

    private void stop() {
        if (live != null) {
            live.close();
        }
    }

    /** Begins to follow them, once files can be kept at all. */
    public void follow() {
        if (live == null && !isDisposed()) {
            service.get().ifPresent(files -> live = files.follow(owner, ui, this::show));
        }
    }

    private void show(List<AttachedFile> files) {
        if (isDisposed()) {
            return;
        }
        boolean before = !chips.isEmpty();
        held.clear();
        for (AttachedFile file : files) {
            UUID id = file.attachment().id();
            held.put(id, file);
            FileChip chip = chips.get(id);
            if (chip == null) {
                chips.put(id, WidgetId.set(new FileChip(this, look, file, () -> choices(id)), "waystation.file"));
            } else {
                chip.show(file);
            }
        }
        chips.entrySet().removeIf(entry -> {
            boolean gone = !held.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        if (before == chips.isEmpty()) {
            shown.accept(!chips.isEmpty());
        }
        requestLayout();
    }

    private List<MenuChoice> choices(UUID id) {
        AttachedFile file = held.get(id);
        Optional<AttachmentService> files = service.get();
        List<MenuChoice> choices = new ArrayList<>();
        if (file == null || files.isEmpty()) {
            return choices;
        }
        boolean here = file.content().isHere();
        if (Preview.shows(file.attachment())) {
            choices.add(MenuChoice.of("Look at it", () -> preview(file)).withIcon("search"));
        }
        choices.add(MenuChoice.of("Save as…", () -> save(file)).withIcon("attach"));
        if (!here && !(file.content() instanceof ContentState.Downloading)) {
            choices.add(MenuChoice.of(
                            "Fetch it to this machine", () -> follow(files.get().fetch(id), done -> {}))
                    .withIcon("sync"));
        }
        if (allowed) {
            choices.add(MenuChoice.of("Remove it", () -> follow(files.get().remove(id), done -> {}))
                    .withIcon("trash"));
        }
        return choices;
    }

    private void preview(AttachedFile file) {
        UUID id = file.attachment().id();
        service.get()
                .ifPresent(files -> follow(
                        files.fetch(id).thenCompose(done -> files.open(id)).thenApply(Preview::read),
                        bytes -> new Preview(getShell(), look, file.attachment(), bytes).open()));
    }

    private void save(AttachedFile file) {
        String name = SafeName.of(file.attachment().name());
        UUID id = file.attachment().id();
        new SaveAs(getShell(), "Save " + name)
                .ask(name)
                .ifPresent(chosen -> service.get()
                        .ifPresent(files ->
                                follow(files.fetch(id).thenCompose(done -> files.save(id, chosen)), done -> {})));
    }

    /** Attaches files of this machine. */
    public void attach(List<Path> paths) {
        intake().ifPresent(files -> paths.forEach(path -> follow(files.attach(owner, path), id -> {})));
    }

    /** Attaches what is in memory. */
    public void attach(String name, byte[] content) {
        intake().ifPresent(files -> follow(files.attach(owner, name, content), id -> {}));
    }

    /** Where files can be added; it says why where they cannot. */
    private Optional<AttachmentService> intake() {
        if (!allowed) {
            failed.accept("Your role does not let you add files here. Ask somebody who leads.");
            return Optional.empty();
        }
        if (service.get().isEmpty()) {
            failed.accept("Files cannot be kept just now. Open the profile, then try again.");
        }
        return service.get();
    }

    /** Lets files of this machine be chosen. */
    public void choose() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Attach files");
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            attach(List.of(dialog.getFileNames()).stream().map(folder::resolve).toList());
        }
    }

    private <T> void follow(CompletionStage<T> stage, Consumer<T> done) {
        stage.whenComplete((result, failure) -> ui.execute(() -> {
            if (isDisposed()) {
                return;
            }
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            if (cause == null) {
                failed.accept("");
                done.accept(result);
            } else {
                String why = cause.getMessage();
                failed.accept(why == null ? "This could not be done with the file." : why);
            }
        }));
    }
}
