package org.waystation.shell.internal.settings;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.api.settings.Settings;
import org.waystation.shell.theme.Look;

/** Opens the settings, from the command and from what was found of them. */
public final class SettingsOpener {

    private static final String GROUP = "Settings";
    private static final int ORDER = 950;

    private final MWindow window;
    private final Look look;
    private final Settings settings;
    private final SettingsPages pages;
    private Optional<SettingsDialog> dialog = Optional.empty();

    @Inject
    public SettingsOpener(MWindow window, Look look, Settings settings, SettingsPages pages) {
        this.window = window;
        this.look = look;
        this.settings = settings;
        this.pages = pages;
    }

    /** @param sought what is searched for from the start; empty for the first page */
    public void open(String sought) {
        if (dialog.filter(SettingsDialog::isOpen).isPresent()) {
            dialog.get().toFront();
        } else if (window.getWidget() instanceof Shell shell) {
            SettingsDialog opened = new SettingsDialog(shell, look, settings, pages.index());
            dialog = Optional.of(opened);
            opened.open(sought);
        }
    }

    /** Finds settings for Search Everywhere. */
    public SearchProvider searchProvider() {
        SettingsIndex index = pages.index();
        return new SearchProvider() {
            @Override
            public String group() {
                return GROUP;
            }

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
                index.find(text).stream()
                        .limit(limit)
                        .takeWhile(found -> !cancelled.getAsBoolean())
                        .map(SettingsOpener.this::hit)
                        .forEach(results);
            }
        };
    }

    private SearchHit hit(SettingsIndex.Found found) {
        String label = found.setting().label();
        return new SearchHit(
                found.setting().key(), label, found.page().title(), "settings", Optional.empty(), () -> open(label));
    }
}
