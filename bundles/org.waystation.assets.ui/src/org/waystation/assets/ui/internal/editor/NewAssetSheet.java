package org.waystation.assets.ui.internal.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Term;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** A sheet over the window for a new asset: whose, what, and what it is called. The rest is filled in at its editor. */
public final class NewAssetSheet {

    private static final int WIDTH = 560;

    private final Desk desk;
    private final Consumer<UUID> made;
    private final Shell shell;
    private final TextBox name;
    private final Choice<Company> company;
    private final Choice<AssetKind> kind;
    private final FlatButton create;

    /** @param made called with the id of the new asset */
    public NewAssetSheet(Shell owner, Desk desk, Consumer<UUID> made) {
        this.desk = desk;
        this.made = made;
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText("New asset");
        shell.setBackground(desk.look().color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, desk.look(), Tone.PANEL);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 20;
        column.marginHeight = 16;
        column.verticalSpacing = 12;
        panel.setLayout(column);
        new TextLine(panel, desk.look(), TextStyle.TITLE, Tone.TEXT).text("New asset");
        name = new TextBox(panel, desk.look(), Tone.PANEL, "Name", 1)
                .placeholder("What is it called?")
                .onSubmit(this::create);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(name.control(), "waystation.newAsset.name");
        Panel row = row(panel, 2);
        company = WidgetId.set(
                new Choice<>(row, desk.look(), Tone.PANEL, "Company", List.<Company>of(), Company::name),
                "waystation.newAsset.company");
        kind = new Choice<>(row, desk.look(), Tone.PANEL, "Kind", AssetKind.KNOWN, Term::label);
        kind.value(AssetKind.WORKSTATION);
        Panel buttons = row(panel, 3);
        new TextLine(buttons, desk.look(), TextStyle.SMALL, Tone.DIM)
                .text("Kept on this machine at once.")
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new FlatButton(buttons, desk.look(), FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        create = WidgetId.set(
                new FlatButton(buttons, desk.look(), FlatButton.Kind.PRIMARY)
                        .text("Create")
                        .keys("⏎")
                        .onPress(this::create),
                "waystation.newAsset.create");
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
        desk.edits().follow(desk.assets().companies(), this::offer, refused -> {});
    }

    private Panel row(Panel parent, int columns) {
        Panel row = new Panel(parent, desk.look(), Tone.PANEL);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        row.setLayout(layout);
        return row;
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        int height = shell.computeSize(width, SWT.DEFAULT).y;
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 5, width, height);
        shell.open();
        name.setFocus();
    }

    private void offer(List<Company> companies) {
        if (!shell.isDisposed()) {
            company.options(companies);
            if (companies.size() == 1) {
                company.value(companies.getFirst());
            }
        }
    }

    private void create() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("name", name.text().strip());
        fields.put("kind", kind.value().map(Term::code).orElse(null));
        fields.put(
                "companyId",
                company.value().map(chosen -> chosen.id().toString()).orElse(null));
        desk.edits().follow(create, desk.assets().create(fields), this::created, this::refused);
    }

    private void created(UUID id) {
        if (!shell.isDisposed()) {
            shell.close();
        }
        made.accept(id);
    }

    private void refused(InvalidEditException refusal) {
        if (!shell.isDisposed()) {
            name.error(refusal.problem().errors().getFirst().detail());
            shell.setSize(shell.getSize().x, shell.computeSize(shell.getSize().x, SWT.DEFAULT).y);
            shell.layout(true, true);
        }
    }
}
