package org.waystation.assets.ui.internal.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.notify.Notification;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.shell.files.SaveAs;

/** Asks for the file to import from or to export to. */
public final class CsvFiles {

    private static final String[] ENDINGS = {"*.csv;*.tsv;*.txt", "*.*"};

    private final Shell shell;
    private final Desk desk;

    public CsvFiles(Shell shell, Desk desk) {
        this.shell = shell;
        this.desk = desk;
    }

    public void importAssets() {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText("Import assets");
        dialog.setFilterExtensions(ENDINGS);
        String file = dialog.open();
        if (file != null) {
            ImportSheet.open(shell, desk, Path.of(file));
        }
    }

    /** Writes what a query lists. */
    public void export(AssetQuery query) {
        new SaveAs(shell, "Export assets").ask("assets.csv").ifPresent(file -> export(query, file));
    }

    void export(AssetQuery query, Path target) {
        desk.services()
                .csv()
                .export(query, target)
                .whenComplete((count, failure) -> desk.ui().execute(() -> {
                    if (failure == null) {
                        desk.notifications()
                                .show(new Notification(
                                        Notification.Level.INFO,
                                        "Assets",
                                        "csv",
                                        String.format(Locale.ENGLISH, "%,d assets exported", count),
                                        target.toString(),
                                        List.of()));
                    } else {
                        ImportSheet.tell(desk, "The assets were not exported", failure);
                    }
                }));
    }
}
