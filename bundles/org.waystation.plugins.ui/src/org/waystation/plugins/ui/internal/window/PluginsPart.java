package org.waystation.plugins.ui.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.InstallOffer;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.Plugins;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.ToolHead;

/** What is installed, and the way to install, switch off and remove. Packages can be dropped anywhere on it. */
public final class PluginsPart {

    private static final Logger LOG = LoggerFactory.getLogger(PluginsPart.class);

    private final Plugins plugins;
    private final UISynchronize ui;
    private final Look look;
    private final Panel panel;
    private final ToolHead head;
    private final ScrollArea scroll;
    private final FlatButton install;
    private Optional<AutoCloseable> listening = Optional.empty();
    private List<InstalledPlugin> installed = List.of();
    private List<InstallOffer> offers = List.of();
    private Optional<String> refused = Optional.empty();

    @Inject
    public PluginsPart(Composite parent, Look look, UISynchronize ui, @Service Plugins plugins) {
        this.plugins = plugins;
        this.ui = ui;
        this.look = look;
        panel = new Panel(parent, look, Tone.PANEL);
        panel.setLayout(Rows.layout(0, 0));
        head = new ToolHead(panel, look, "Plug-ins");
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        install = head.button("plus", "Install from a file");
        scroll = new ScrollArea(panel, look, Tone.PANEL);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.content().setLayout(Rows.layout(12, 8));
    }

    @PostConstruct
    void start() {
        PackageFiles files = new PackageFiles(this::inspect);
        install.onPress(() -> files.choose(panel.getShell()));
        files.acceptDrops(panel);
        listening = Optional.of(plugins.listen(ui::asyncExec, now -> {
            installed = now;
            fill();
        }));
    }

    @Focus
    void focus() {
        install.setFocus();
    }

    @PreDestroy
    void stop() {
        listening.ifPresent(handle -> {
            try {
                handle.close();
            } catch (Exception e) {
                LOG.warn("The list of plug-ins is still listened to", e);
            }
        });
    }

    /** Reads packages and shows what they would bring. */
    public void inspect(List<Path> packages) {
        offers = List.of();
        show(plugins.inspect(packages)
                .thenAccept(found -> ui.asyncExec(() -> {
                    offers = found;
                    refused = Optional.empty();
                    fill();
                })));
    }

    private void install() {
        List<InstallOffer> accepted = offers;
        offers = List.of();
        show(plugins.install(accepted));
    }

    /** Tells why something was refused. */
    private void show(CompletionStage<?> stage) {
        refused = Optional.empty();
        fill();
        stage.whenComplete((done, failure) -> {
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                ui.asyncExec(() -> {
                    refused = Optional.of(String.valueOf(cause.getMessage()));
                    fill();
                });
            }
        });
    }

    private void fill() {
        if (panel.isDisposed()) {
            return;
        }
        Composite content = scroll.content();
        for (Control old : content.getChildren()) {
            old.dispose();
        }
        refused.ifPresent(sentence -> new RefusalCard(content, look, sentence, () -> {
            refused = Optional.empty();
            fill();
        }));
        if (!offers.isEmpty()) {
            new OfferCard(content, look, offers, this::install, () -> {
                offers = List.of();
                fill();
            });
        }
        installed.forEach(plugin -> new PluginCard(content, look, plugin, plugins, this::show));
        if (installed.isEmpty() && offers.isEmpty() && refused.isEmpty()) {
            empty(content);
        }
        head.subtitle(installed.isEmpty() ? "" : String.valueOf(installed.size()));
        scroll.refresh();
    }

    private void empty(Composite content) {
        EmptyState empty = new EmptyState(content, look, Tone.PANEL);
        empty.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        empty.showEmpty(
                "plus",
                "No plug-ins yet",
                "Drop a .jar or .wsplugin file here.",
                "Install from a file",
                install::press);
    }
}
