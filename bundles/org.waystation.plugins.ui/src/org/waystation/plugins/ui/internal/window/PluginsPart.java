package org.waystation.plugins.ui.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.CulpritSearch;
import org.waystation.api.plugins.InstallOffer;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginState;
import org.waystation.api.plugins.Plugins;
import org.waystation.api.plugins.PolicyView;
import org.waystation.api.plugins.RepositoryOffer;
import org.waystation.api.plugins.SafeStart;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;

/**
 * What is installed and what repositories offer, and the way to install, update, switch off and remove; the policy; and
 * the search for a plug-in that does harm. Packages can be dropped anywhere on it.
 */
public final class PluginsPart {

    private static final Logger LOG = LoggerFactory.getLogger(PluginsPart.class);

    /** What the window shows. */
    private enum Page {
        INSTALLED("Installed"),
        AVAILABLE("Available"),
        POLICY("Policy");

        private final String title;

        Page(String title) {
            this.title = title;
        }
    }

    private final Plugins plugins;
    private final CulpritSearch search;
    private final SafeStart start;
    private final UISynchronize ui;
    private final Look look;
    private final Panel panel;
    private final ToolHead head;
    private final ScrollArea scroll;
    private final FlatButton install;
    private final Map<Page, FlatButton> tabs = new EnumMap<>(Page.class);
    private Page page = Page.INSTALLED;
    private Optional<AutoCloseable> listening = Optional.empty();
    private List<InstalledPlugin> installed = List.of();
    private List<InstallOffer> offers = List.of();
    private Optional<List<RepositoryOffer>> available = Optional.empty();
    private Optional<PolicyView> policy = Optional.empty();
    private Optional<String> refused = Optional.empty();
    private boolean choosingPins;

    @Inject
    public PluginsPart(
            Composite parent,
            Look look,
            UISynchronize ui,
            @Service Plugins plugins,
            @Service CulpritSearch search,
            @Service SafeStart start) {
        this.plugins = plugins;
        this.search = search;
        this.start = start;
        this.ui = ui;
        this.look = look;
        panel = new Panel(parent, look, Tone.PANEL);
        panel.setLayout(Rows.layout(0, 0));
        head = new ToolHead(panel, look, "Plug-ins");
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        install = head.button("plus", "Install from a file");
        head.button("more", "More").menu(this::more);
        Panel row = new Panel(panel, look, Tone.PANEL);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 8;
        layout.spacing = 4;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        for (Page each : Page.values()) {
            FlatButton tab = new FlatButton(row, look, FlatButton.Kind.QUIET)
                    .text(each.title)
                    .onPress(() -> turn(each));
            WidgetId.set(tab, "waystation.plugins.tab." + each.name().toLowerCase(Locale.ROOT));
            tabs.put(each, tab);
        }
        scroll = new ScrollArea(panel, look, Tone.PANEL);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout cards = Rows.layout(12, 8);
        cards.marginHeight = 8;
        scroll.content().setLayout(cards);
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
        inspect(plugins.inspect(packages));
    }

    private void inspect(CompletionStage<List<InstallOffer>> inspecting) {
        offers = List.of();
        show(inspecting.thenAccept(found -> ui.asyncExec(() -> {
            offers = found;
            refused = Optional.empty();
            fill();
        })));
    }

    /** Looks in the repositories, or reads the policy, each time the page is turned to. */
    private void turn(Page next) {
        page = next;
        fill();
        if (next == Page.AVAILABLE) {
            available = Optional.empty();
            show(plugins.offered()
                    .thenAccept(found -> ui.asyncExec(() -> {
                        available = Optional.of(found);
                        fill();
                    })));
        } else if (next == Page.POLICY) {
            show(plugins.policy()
                    .thenAccept(found -> ui.asyncExec(() -> {
                        policy = Optional.of(found);
                        fill();
                    })));
        }
    }

    private List<MenuChoice> more() {
        return List.of(
                MenuChoice.of("Look in the repositories", () -> turn(Page.AVAILABLE))
                        .withIcon("refresh"),
                MenuChoice.of("Find the plug-in that does harm", () -> {
                            choosingPins = true;
                            turn(Page.INSTALLED);
                        })
                        .withIcon("search"));
    }

    private void install() {
        List<InstallOffer> accepted = offers;
        offers = List.of();
        page = Page.INSTALLED;
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
        content.setRedraw(false);
        try {
            for (Control old : content.getChildren()) {
                old.dispose();
            }
            tabs.forEach((each, tab) -> tab.on(each == page));
            above(content);
            switch (page) {
                case INSTALLED -> installed(content);
                case AVAILABLE -> available(content);
                case POLICY -> policy.ifPresent(found -> new PolicyCard(content, look, found));
            }
            head.subtitle(installed.isEmpty() ? "" : String.valueOf(installed.size()));
        } finally {
            content.setRedraw(true);
        }
        scroll.refresh();
    }

    /** What wants an answer stands above each page. */
    private void above(Composite content) {
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
        search.now().ifPresent(step -> new HuntCard(content, look, step, search, plugins, this::name, this::show));
    }

    private void installed(Composite content) {
        if (start.safeMode()) {
            Rows.text(
                    content,
                    look,
                    TextStyle.SMALL,
                    Tone.WARN,
                    "Safe mode: all plug-ins are left out of this run. They are back at the next start.");
        }
        if (choosingPins && search.now().isEmpty()) {
            new HuntStartCard(content, look, running(), this::hunt, () -> {
                choosingPins = false;
                fill();
            });
        }
        installed.forEach(plugin -> new PluginCard(content, look, plugin, plugins, this::show));
        if (installed.isEmpty() && offers.isEmpty() && refused.isEmpty()) {
            empty(
                    content,
                    "No plug-ins yet",
                    "Drop a .jar or .wsplugin file here, or look at what your repositories offer.",
                    "Install from a file",
                    install::press);
        }
    }

    private void hunt(Set<String> pinned) {
        choosingPins = false;
        show(search.begin(pinned));
    }

    private List<InstalledPlugin> running() {
        return installed.stream()
                .filter(plugin -> plugin.state() == PluginState.ACTIVE)
                .toList();
    }

    private void available(Composite content) {
        if (available.isEmpty()) {
            Rows.text(content, look, TextStyle.BODY, Tone.DIM, refused.isEmpty() ? "Looking in the repositories…" : "");
            return;
        }
        List<RepositoryOffer> found = available.get();
        found.forEach(offer -> new AvailableCard(
                content, look, offer, version(offer.id()), () -> inspect(plugins.fetch(List.of(offer)))));
        if (found.isEmpty()) {
            empty(
                    content,
                    "Nothing new",
                    "The repositories that the policy names offer nothing that is not here.",
                    "Show the policy",
                    () -> turn(Page.POLICY));
        }
    }

    private Optional<String> version(String id) {
        return described(id).map(PluginDescription::version);
    }

    private String name(String id) {
        return described(id).map(PluginDescription::name).orElse(id);
    }

    private Optional<PluginDescription> described(String id) {
        return installed.stream()
                .map(InstalledPlugin::description)
                .filter(description -> description.id().equals(id))
                .findFirst();
    }

    private void empty(Composite content, String title, String detail, String action, Runnable run) {
        EmptyState empty = new EmptyState(content, look, Tone.PANEL);
        empty.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        empty.showEmpty("plug", title, detail, action, run);
    }
}
