package org.waystation.shell.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/**
 * Asks in the system's dialog for the file to write. That dialog asks before another file is replaced, so what it was
 * answered is what is written, to the letter.
 */
public final class SaveAs {

    private final Function<Path, Optional<Path>> dialog;

    public SaveAs(Shell parent, String title) {
        this(proposed -> ask(parent, title, proposed));
    }

    SaveAs(Function<Path, Optional<Path>> dialog) {
        this.dialog = dialog;
    }

    /**
     * Asks once more, with the better name, where the ending is there twice: dialogs mark a name without its ending, and
     * who types the whole name over the mark does not see that.
     *
     * @param name what is proposed, with its ending
     * @return the file to write; empty where the technician changed their mind
     */
    public Optional<Path> ask(String name) {
        String ending = ending(name);
        return dialog.apply(Path.of(name)).flatMap(named -> {
            String again = named.getFileName().toString();
            return !ending.isEmpty() && again.endsWith(ending + ending)
                    ? dialog.apply(named.resolveSibling(again.substring(0, again.length() - ending.length())))
                    : Optional.of(named);
        });
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    /** Without a filter: SWT would put its ending to names that have none. */
    private static Optional<Path> ask(Shell parent, String title, Path proposed) {
        FileDialog dialog = new FileDialog(parent, SWT.SAVE);
        dialog.setText(title);
        Path folder = proposed.getParent();
        if (folder != null) {
            dialog.setFilterPath(folder.toString());
        }
        dialog.setFileName(proposed.getFileName().toString());
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
