package org.waystation.shell.internal.settings;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.Settings;
import org.waystation.api.settings.SettingsPage;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;

/** The window of settings: a search over all of them, the pages, and the settings of the page or of the search. */
final class SettingsDialog {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 560;
    private static final int PAGES_WIDTH = 240;

    private final Look look;
    private final Settings settings;
    private final SettingsIndex index;
    private final Shell shell;
    private final TextBox search;
    private final PageList pages;
    private final ScrollArea area;

    SettingsDialog(Shell window, Look look, Settings settings, SettingsIndex index) {
        this.look = look;
        this.settings = settings;
        this.index = index;
        shell = new Shell(window, SWT.CLOSE | SWT.TITLE | SWT.RESIZE);
        shell.setText("Settings");
        shell.setData("org.waystation.id", "waystation.settings");
        shell.setLayout(plain(new GridLayout(2, false), 0, 0));
        Panel left = new Panel(shell, look, Tone.STRIP);
        GridData leftData = new GridData(SWT.FILL, SWT.FILL, false, true);
        leftData.widthHint = PAGES_WIDTH;
        left.setLayoutData(leftData);
        left.setLayout(plain(new GridLayout(1, false), 12, 12));
        search = new TextBox(left, look, Tone.STRIP, "Search in settings", 1).placeholder("Search in settings");
        search.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        search.control().setData("org.waystation.id", "waystation.settings.search");
        search.onChange(this::fill);
        pages = new PageList(
                left, look, index.pages().stream().map(SettingsPage::title).toList(), page -> turned());
        pages.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        area = new ScrollArea(shell, look, Tone.EDITOR);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area.content().setLayout(plain(new GridLayout(1, false), 24, 16));
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
        Rectangle around = window.getBounds();
        shell.setBounds(
                around.x + Math.max(0, (around.width - WIDTH) / 2),
                around.y + Math.max(0, (around.height - HEIGHT) / 3),
                WIDTH,
                HEIGHT);
    }

    /** @param sought what is searched for from the start; empty for the first page */
    void open(String sought) {
        search.text(sought);
        fill();
        shell.open();
        search.setFocus();
        search.selectAll();
    }

    boolean isOpen() {
        return !shell.isDisposed();
    }

    void toFront() {
        shell.setActive();
    }

    private void turned() {
        if (search.text().isBlank()) {
            fill();
        } else {
            search.text("");
        }
    }

    private void fill() {
        Composite content = area.content();
        content.setRedraw(false);
        try {
            for (Control old : content.getChildren()) {
                old.dispose();
            }
            if (search.text().isBlank()) {
                pages.select(Math.max(0, pages.selected()));
                SettingsPage page = index.pages().get(pages.selected());
                heading(content, page.title());
                page.settings().forEach(setting -> row(content, setting));
            } else {
                found(content, index.find(search.text()));
            }
        } finally {
            content.setRedraw(true);
        }
        area.refresh();
        area.reveal(content.getChildren()[0]);
    }

    private void found(Composite content, List<SettingsIndex.Found> found) {
        pages.select(-1);
        if (found.isEmpty()) {
            new TextLine(content, look, TextStyle.BODY, Tone.DIM)
                    .text("No setting matches “" + search.text().strip() + "”")
                    .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        }
        String page = "";
        for (SettingsIndex.Found each : found) {
            if (!each.page().title().equals(page)) {
                page = each.page().title();
                heading(content, page);
            }
            row(content, each.setting());
        }
    }

    private void heading(Composite content, String title) {
        new TextLine(content, look, TextStyle.TITLE, Tone.TEXT)
                .text(title)
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private void row(Composite content, Setting setting) {
        new SettingRow(content, look, settings, setting).setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private static GridLayout plain(GridLayout layout, int marginWidth, int marginHeight) {
        layout.marginWidth = marginWidth;
        layout.marginHeight = marginHeight;
        layout.horizontalSpacing = 0;
        layout.verticalSpacing = marginHeight == 0 ? 0 : 8;
        return layout;
    }
}
