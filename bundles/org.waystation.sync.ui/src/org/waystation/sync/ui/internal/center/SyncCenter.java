package org.waystation.sync.ui.internal.center;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.sync.DataHeld;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncReport;
import org.waystation.api.sync.SyncStatus;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.SectionHeader;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;

/** How things stand, what needs somebody, what waits, and what is held here. */
final class SyncCenter extends Panel {

    /** So many are shown at first and with each press for more: a queue of hundreds is seldom read to its end. */
    private static final int SHOWN = 50;

    private static final int REPORTS_SHOWN = 8;

    private final Look look;
    private final RelativeTime times;
    private final CenterActions actions;
    private final OfflineLease lease;
    private final ToolHead head;
    private final FlatButton syncNow;
    private final ScrollArea scroll;
    private final Panel statusArea;
    private final Panel scopeArea;
    private final Panel queueArea;
    private final Panel heldArea;
    private final Panel reportArea;
    private List<PendingChange> changes = List.of();
    private List<SyncReport> reports = List.of();
    private int shown = SHOWN;
    private int reportsShown = REPORTS_SHOWN;

    SyncCenter(Composite parent, Look look, RelativeTime times, CenterActions actions, OfflineLease lease) {
        super(parent, look, Tone.PANEL);
        this.look = look;
        this.times = times;
        this.actions = actions;
        this.lease = lease;
        WidgetId.set(this, "waystation.sync.center");
        setLayout(Rows.column(0, 0));
        head = new ToolHead(this, look, "Sync");
        head.setLayoutData(Rows.across());
        syncNow = head.button("refresh", "Sync now").keys("Ctrl+Alt+Y").onPress(actions::syncNow);
        scroll = new ScrollArea(this, look, Tone.PANEL);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.content().setLayout(Rows.column(12, 12));
        statusArea = area();
        queueArea = area();
        scopeArea = area();
        heldArea = area();
        reportArea = area();
        fillQueue();
    }

    private Panel area() {
        Panel area = new Panel(scroll.content(), look, Tone.PANEL);
        area.setLayout(Rows.column(0, 6));
        area.setLayoutData(Rows.across());
        return area;
    }

    @Override
    public boolean setFocus() {
        return syncNow.setFocus();
    }

    void show(SyncStatus status) {
        if (isDisposed()) {
            return;
        }
        empty(statusArea);
        new StatusCard(statusArea, look, times, status, lease.left(), actions);
        scroll.refreshInPlace();
    }

    void show(List<PendingChange> now) {
        if (isDisposed()) {
            return;
        }
        changes = now;
        fillQueue();
        scroll.refreshInPlace();
    }

    void show(DataHeld held) {
        if (isDisposed()) {
            return;
        }
        empty(heldArea);
        new SectionHeader(heldArea, look, "On this computer", "").setLayoutData(Rows.across());
        new HeldTable(heldArea, look, held);
        scroll.refreshInPlace();
    }

    void show(SyncFacts facts) {
        if (isDisposed()) {
            return;
        }
        empty(scopeArea);
        new ScopeCard(scopeArea, look, times, facts, actions);
        scroll.refreshInPlace();
    }

    void showReports(List<SyncReport> now) {
        if (isDisposed()) {
            return;
        }
        reports = now;
        fillReports();
        scroll.refreshInPlace();
    }

    private void fillReports() {
        empty(reportArea);
        if (reports.isEmpty()) {
            return;
        }
        new SectionHeader(reportArea, look, "Last syncs", "").setLayoutData(Rows.across());
        new ReportList(reportArea, look, times, reports.subList(0, Math.min(reportsShown, reports.size())));
        if (reports.size() > reportsShown) {
            new FlatButton(reportArea, look, FlatButton.Kind.PLAIN)
                    .text("Show earlier ones")
                    .onPress(() -> {
                        reportsShown += SHOWN;
                        fillReports();
                        scroll.refreshInPlace();
                    });
        }
    }

    private void fillQueue() {
        empty(queueArea);
        List<PendingChange> parked =
                changes.stream().filter(PendingChange::parked).toList();
        List<PendingChange> waiting =
                changes.stream().filter(change -> !change.parked()).toList();
        head.subtitle(changes.isEmpty() ? "" : String.valueOf(changes.size()));
        section("Needs you", parked);
        section("Waiting to be sent", waiting);
        if (changes.isEmpty()) {
            Rows.text(queueArea, look, TextStyle.BODY, Tone.DIM, "Everything you did is on the server.");
        }
    }

    private void section(String title, List<PendingChange> entries) {
        if (entries.isEmpty()) {
            return;
        }
        new SectionHeader(queueArea, look, title + "  " + entries.size(), "").setLayoutData(Rows.across());
        entries.stream().limit(shown).forEach(change -> new ChangeCard(queueArea, look, times, change, actions));
        if (entries.size() > shown) {
            int more = Math.min(SHOWN, entries.size() - shown);
            new FlatButton(queueArea, look, FlatButton.Kind.PLAIN)
                    .text("Show " + more + " more")
                    .onPress(() -> {
                        shown += SHOWN;
                        fillQueue();
                        scroll.refreshInPlace();
                    });
        }
    }

    /** A card that had the focus leaves it to the list as a whole. */
    private void empty(Panel area) {
        Optional<Control> focused = Optional.ofNullable(getDisplay().getFocusControl());
        for (Control old : area.getChildren()) {
            if (focused.isPresent() && isWithin(focused.get(), old)) {
                syncNow.setFocus();
            }
            old.dispose();
        }
    }

    private static boolean isWithin(Control control, Control ancestor) {
        for (Control each = control; each != null; each = each.getParent()) {
            if (each == ancestor) {
                return true;
            }
        }
        return false;
    }
}
