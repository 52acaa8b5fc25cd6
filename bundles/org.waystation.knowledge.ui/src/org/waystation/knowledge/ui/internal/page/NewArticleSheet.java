package org.waystation.knowledge.ui.internal.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Company;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Sheet;
import org.waystation.shell.widgets.Sheet.Foot;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** A sheet over the window for a new article: what it is called and whose it is. Its text is written at its page. */
public final class NewArticleSheet {

    private static final int WIDTH = 560;

    private final Desk desk;
    private final Consumer<UUID> made;
    private final Sheet sheet;
    private final TextBox title;
    private final Choice<Company> company;
    private final FlatButton create;

    /** @param made called with the id of the new article */
    public NewArticleSheet(Shell owner, Desk desk, Consumer<UUID> made) {
        this.desk = desk;
        this.made = made;
        sheet = new Sheet(owner, desk.look(), "New article");
        title = new TextBox(sheet.body(), desk.look(), Tone.PANEL, "Title", 1)
                .placeholder("What will somebody look for?")
                .onSubmit(this::create);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(title.control(), "waystation.newArticle.title");
        Panel whose = sheet.row(1);
        company = WidgetId.set(
                new Choice<>(whose, desk.look(), Tone.PANEL, "Company", List.<Company>of(), Company::name),
                "waystation.newArticle.company");
        Foot foot = sheet.foot();
        foot.hint().text("A draft, for those who work here");
        create = WidgetId.set(
                foot.action().text("Write").keys("⏎").onPress(this::create), "waystation.newArticle.create");
        desk.edits().follow(desk.articles().companies(), this::offer, refused -> {});
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        sheet.open(WIDTH);
        title.setFocus();
    }

    private void offer(List<Company> companies) {
        if (!sheet.isDisposed()) {
            company.options(companies);
            sheet.shell().layout(true, true);
        }
    }

    private void create() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("title", title.text().strip());
        company.value().ifPresent(chosen -> fields.put("companyId", chosen.id().toString()));
        desk.edits().follow(create, desk.articles().create(fields), this::created, this::refused);
    }

    private void created(UUID id) {
        sheet.close();
        made.accept(id);
    }

    private void refused(InvalidEditException refusal) {
        if (!sheet.isDisposed()) {
            title.error(refusal.problem().errors().getFirst().detail());
            sheet.fit();
        }
    }
}
