package org.waystation.plugins.ui.internal.window;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** The two ways in which packages come from this machine: chosen, and dropped. */
final class PackageFiles {

    private final Consumer<List<Path>> receiver;

    PackageFiles(Consumer<List<Path>> receiver) {
        this.receiver = receiver;
    }

    void choose(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText("Install plug-ins");
        dialog.setFilterNames(new String[] {"Plug-ins (*.jar, *.wsplugin)"});
        dialog.setFilterExtensions(new String[] {"*.jar;*.wsplugin"});
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            receiver.accept(
                    Stream.of(dialog.getFileNames()).map(folder::resolve).toList());
        }
    }

    void acceptDrops(Control control) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files) {
                    receiver.accept(Stream.of(files).map(Path::of).toList());
                }
            }
        });
    }
}
