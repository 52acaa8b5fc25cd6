package org.waystation.assets.ui.internal.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Term;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Sheet;
import org.waystation.shell.widgets.Sheet.Foot;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** A sheet over the window for a new asset: whose, what, and what it is called. The rest is filled in at its editor. */
public final class NewAssetSheet {

    private static final int WIDTH = 560;

    private final Desk desk;
    private final Consumer<UUID> made;
    private final Sheet sheet;
    private final TextBox name;
    private final Choice<Company> company;
    private final Choice<AssetKind> kind;
    private final FlatButton create;

    /** @param made called with the id of the new asset */
    public NewAssetSheet(Shell owner, Desk desk, Consumer<UUID> made) {
        this.desk = desk;
        this.made = made;
        sheet = new Sheet(owner, desk.look(), "New asset");
        name = new TextBox(sheet.body(), desk.look(), Tone.PANEL, "Name", 1)
                .placeholder("What is it called?")
                .onSubmit(this::create);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(name.control(), "waystation.newAsset.name");
        Panel row = sheet.row(2);
        company = WidgetId.set(
                new Choice<>(row, desk.look(), Tone.PANEL, "Company", List.<Company>of(), Company::name),
                "waystation.newAsset.company");
        kind = new Choice<>(row, desk.look(), Tone.PANEL, "Kind", AssetKind.KNOWN, Term::label);
        kind.value(AssetKind.WORKSTATION);
        Foot foot = sheet.foot();
        foot.hint().text("Kept on this machine at once.");
        create = WidgetId.set(
                foot.action().text("Create").keys("⏎").onPress(this::create), "waystation.newAsset.create");
        desk.edits().follow(desk.assets().companies(), this::offer, refused -> {});
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        sheet.open(WIDTH);
        name.setFocus();
    }

    private void offer(List<Company> companies) {
        if (!sheet.isDisposed()) {
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
        sheet.close();
        made.accept(id);
    }

    private void refused(InvalidEditException refusal) {
        if (!sheet.isDisposed()) {
            name.error(refusal.problem().errors().getFirst().detail());
            sheet.fit();
        }
    }
}
