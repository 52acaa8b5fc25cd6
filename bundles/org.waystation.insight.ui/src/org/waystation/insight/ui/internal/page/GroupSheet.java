package org.waystation.insight.ui.internal.page;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.CompanyFigures;
import org.waystation.insight.ui.internal.Desk;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;

/** A sheet in which companies are chosen that an insight shall look at together. */
final class GroupSheet {

    private static final int WIDTH = 480;

    private final Shell shell;
    private final Map<UUID, Toggle> toggles = new LinkedHashMap<>();
    private final Consumer<Set<UUID>> chosen;

    /**
     * @param all the report that names the companies there are
     * @param present those chosen now
     */
    GroupSheet(Shell owner, Desk desk, InsightReport all, Set<UUID> present, Consumer<Set<UUID>> chosen) {
        this.chosen = chosen;
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText("Choose companies");
        shell.setBackground(desk.look().color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, desk.look(), Tone.PANEL);
        GridLayout column = new GridLayout(3, false);
        column.marginWidth = 20;
        column.marginHeight = 16;
        column.verticalSpacing = 10;
        panel.setLayout(column);
        new TextLine(panel, desk.look(), TextStyle.TITLE, Tone.TEXT)
                .text("Choose companies")
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        ScrollArea area = new ScrollArea(panel, desk.look(), Tone.PANEL);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
        area.content().setLayout(FigureCard.layout(0, 0));
        List<CompanyFigures> byName = all.companies().stream()
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
        for (CompanyFigures each : byName) {
            String label = each.name() + "  ·  " + Figures.agreement(each.agreement());
            Toggle toggle = new Toggle(area.content(), desk.look(), label).on(present.contains(each.company()));
            toggle.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            toggles.put(each.company(), toggle);
        }
        new TextLine(panel, desk.look(), TextStyle.SMALL, Tone.DIM)
                .text("None means all.")
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new FlatButton(panel, desk.look(), FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        WidgetId.set(
                new FlatButton(panel, desk.look(), FlatButton.Kind.PRIMARY)
                        .text("Show")
                        .onPress(this::choose),
                "waystation.insight.group.show");
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
    }

    void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        int height = around.height * 6 / 10;
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 6, width, height);
        shell.open();
        toggles.values().stream().findFirst().ifPresent(Toggle::setFocus);
    }

    private void choose() {
        Set<UUID> picked = new HashSet<>();
        toggles.forEach((company, toggle) -> {
            if (toggle.on()) {
                picked.add(company);
            }
        });
        shell.close();
        chosen.accept(picked);
    }
}
