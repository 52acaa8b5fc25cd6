package org.waystation.shell.files;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.text.RelativeTime;

/** How files come in: dropped onto the record, or pasted where one writes. */
public final class Intake {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'Screenshot' yyyy-MM-dd HH.mm.ss'.png'", Locale.ROOT);

    private final FileStrip files;
    private final RelativeTime times;

    public Intake(FileStrip files, RelativeTime times) {
        this.files = files;
        this.times = times;
    }

    /** Files may be dropped here. */
    public Intake dropsOn(Control control) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                if (event.detail == DND.DROP_DEFAULT) {
                    event.detail = DND.DROP_COPY;
                }
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] dropped) {
                    files.attach(Arrays.stream(dropped).map(Path::of).toList());
                }
            }
        });
        control.addListener(SWT.Dispose, event -> target.dispose());
        return this;
    }

    /** A picture or files on the clipboard are attached when somebody pastes; text goes into the box as ever. */
    public Intake pastesInto(StyledText text) {
        text.setKeyBinding('V' | SWT.MOD1, SWT.NULL);
        text.setKeyBinding(SWT.INSERT | SWT.MOD2, SWT.NULL);
        text.addVerifyKeyListener(event -> {
            if (pastes(event.keyCode, event.stateMask)) {
                event.doit = false;
                if (!paste(text)) {
                    text.invokeAction(ST.PASTE);
                }
            }
        });
        return this;
    }

    /** The same where nobody writes: what is on the clipboard is attached, or nothing is done. */
    public Intake pastesOn(Control control) {
        control.addListener(SWT.KeyDown, event -> {
            if (pastes(event.keyCode, event.stateMask)) {
                event.doit = false;
                paste(control);
            }
        });
        return this;
    }

    private static boolean pastes(int key, int state) {
        return key == 'v' && state == SWT.MOD1 || key == SWT.INSERT && state == SWT.MOD2;
    }

    /** Whether there was something to attach. */
    private boolean paste(Control control) {
        Clipboard clipboard = new Clipboard(control.getDisplay());
        try {
            if (offers(clipboard, FileTransfer.getInstance())
                    && clipboard.getContents(FileTransfer.getInstance()) instanceof String[] copied) {
                files.attach(Arrays.stream(copied).map(Path::of).toList());
                return true;
            }
            if (offers(clipboard, ImageTransfer.getInstance())
                    && clipboard.getContents(ImageTransfer.getInstance()) instanceof ImageData image) {
                files.attach(name(times.now()), png(image));
                return true;
            }
            return false;
        } finally {
            clipboard.dispose();
        }
    }

    private static boolean offers(Clipboard clipboard, Transfer transfer) {
        return Arrays.stream(clipboard.getAvailableTypes()).anyMatch(transfer::isSupportedType);
    }

    private static String name(Instant now) {
        return NAME.format(now.atZone(ZoneId.systemDefault()));
    }

    private static byte[] png(ImageData image) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        loader.save(bytes, SWT.IMAGE_PNG);
        return bytes.toByteArray();
    }
}
