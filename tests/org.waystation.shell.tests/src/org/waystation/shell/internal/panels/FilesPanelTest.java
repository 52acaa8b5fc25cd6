package org.waystation.shell.internal.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.Attachment;
import org.waystation.api.files.AttachedFile;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.files.ContentState;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

class FilesPanelTest {

    private static final RecordRef ASSET = new RecordRef(EntityKind.ASSET, new UUID(1, 2));

    private final MemoryFiles files = new MemoryFiles();
    private Shell shell;
    private Panel panel;

    @BeforeEach
    void open() {
        Display display = Display.getDefault();
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        StandardLook look = new StandardLook(display, false);
        panel = new Panel(shell, look, Tone.PANEL);
        new FilesPanel(files).create(panel, look, ASSET);
        shell.setSize(600, 300);
        shell.open();
        settle();
    }

    @AfterEach
    void close() {
        shell.dispose();
        settle();
    }

    @Test
    void whatIsAttachedIsSeenAndGoesAgain() {
        assertEquals(0, chips());
        files.attach(ASSET, "rack.jpg", new byte[10]);
        settle();
        assertEquals(1, chips());
        files.remove(files.held.getFirst().attachment().id());
        settle();
        assertEquals(0, chips());
    }

    @Test
    void aPictureOrFilesOnTheClipboardArePasted() {
        copy(new ImageData(4, 4, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)), ImageTransfer.getInstance());
        paste();
        assertEquals(1, files.held.size());
        assertTrue(
                files.held.getFirst().attachment().name().matches("Screenshot .*\\.png"),
                files.held.getFirst().attachment().name());
        copy(new String[] {"/tmp/invoice.pdf"}, FileTransfer.getInstance());
        paste();
        assertEquals("invoice.pdf", files.held.getLast().attachment().name());
    }

    @Test
    void aRefusalIsSaidAndGoneOnceSomethingWorks() {
        Control trouble = find(panel, "waystation.files.trouble");
        assertFalse(trouble.isVisible());
        files.refuses = true;
        copy(new String[] {"/tmp/huge.iso"}, FileTransfer.getInstance());
        paste();
        assertTrue(trouble.isVisible());
        files.refuses = false;
        paste();
        assertFalse(trouble.isVisible());
        assertEquals(1, chips());
    }

    private void copy(Object content, Transfer as) {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        clipboard.setContents(new Object[] {content}, new Transfer[] {as});
        clipboard.dispose();
    }

    private void paste() {
        Event key = new Event();
        key.keyCode = 'v';
        key.stateMask = SWT.MOD1;
        find(panel, "waystation.files.attach").notifyListeners(SWT.KeyDown, key);
        settle();
    }

    private int chips() {
        return count(panel, "waystation.file");
    }

    private static int count(Composite parent, String id) {
        int count = 0;
        for (Control control : parent.getChildren()) {
            count += id.equals(control.getData("org.waystation.id")) && control.isVisible() ? 1 : 0;
            count += control instanceof Composite composite ? count(composite, id) : 0;
        }
        return count;
    }

    private static Control find(Composite parent, String id) {
        for (Control control : parent.getChildren()) {
            if (id.equals(control.getData("org.waystation.id"))) {
                return control;
            }
        }
        throw new AssertionError("no " + id);
    }

    private static void settle() {
        while (Display.getDefault().readAndDispatch()) {
            continue;
        }
    }

    /** Keeps names alone. */
    private static final class MemoryFiles implements AttachmentService {

        private final List<AttachedFile> held = new ArrayList<>();
        private Consumer<List<AttachedFile>> follower = list -> {};
        private boolean refuses;

        @Override
        public CompletionStage<UUID> attach(RecordRef owner, Path file) {
            return attach(owner, String.valueOf(file.getFileName()), new byte[1]);
        }

        @Override
        public CompletionStage<UUID> attach(RecordRef owner, String name, byte[] content) {
            assertEquals(ASSET, owner);
            if (refuses) {
                return CompletableFuture.failedFuture(
                        new AttachmentException(AttachmentException.Reason.TOO_LARGE, "It is too large."));
            }
            UUID id = UUID.randomUUID();
            held.add(new AttachedFile(
                    new Attachment(
                            id,
                            "asset",
                            Optional.of(owner.id()),
                            name,
                            content.length,
                            "",
                            "",
                            Optional.empty(),
                            Optional.of(Instant.EPOCH)),
                    new ContentState.Uploaded(),
                    false));
            follower.accept(List.copyOf(held));
            return CompletableFuture.completedFuture(id);
        }

        @Override
        public CompletionStage<InputStream> open(UUID attachmentId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> fetch(UUID attachmentId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> save(UUID attachmentId, Path target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> remove(UUID attachmentId) {
            held.removeIf(file -> file.attachment().id().equals(attachmentId));
            follower.accept(List.copyOf(held));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public LiveValue follow(RecordRef owner, Executor deliverOn, Consumer<List<AttachedFile>> subscriber) {
            follower = list -> deliverOn.execute(() -> subscriber.accept(list));
            follower.accept(List.copyOf(held));
            return () -> follower = list -> {};
        }
    }
}
