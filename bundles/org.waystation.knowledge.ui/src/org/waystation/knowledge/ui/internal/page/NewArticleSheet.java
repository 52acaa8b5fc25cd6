package org.waystation.knowledge.ui.internal.page;

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
import org.waystation.api.domain.Company;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** A sheet over the window for a new article: what it is called and whose it is. Its text is written at its page. */
public final class NewArticleSheet {

    private static final int WIDTH = 560;

    private final Desk desk;
    private final Consumer<UUID> made;
    private final Shell shell;
    private final TextBox title;
    private final Choice<Company> company;
    private final FlatButton create;

    /** @param made called with the id of the new article */
    public NewArticleSheet(Shell owner, Desk desk, Consumer<UUID> made) {
        this.desk = desk;
        this.made = made;
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText("New article");
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
        new TextLine(panel, desk.look(), TextStyle.TITLE, Tone.TEXT).text("New article");
        title = new TextBox(panel, desk.look(), Tone.PANEL, "Title", 1)
                .placeholder("What will somebody look for?")
                .onSubmit(this::create);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(title.control(), "waystation.newArticle.title");
        Panel foot = new Panel(panel, desk.look(), Tone.PANEL);
        foot.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout row = new GridLayout(4, false);
        row.marginWidth = 0;
        row.marginHeight = 0;
        row.horizontalSpacing = 8;
        foot.setLayout(row);
        company = WidgetId.set(
                new Choice<>(foot, desk.look(), Tone.PANEL, "Company", List.<Company>of(), Company::name),
                "waystation.newArticle.company");
        new TextLine(foot, desk.look(), TextStyle.SMALL, Tone.DIM)
                .text("A draft, for those who work here")
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new FlatButton(foot, desk.look(), FlatButton.Kind.PLAIN)
                .text("Cancel")
                .keys("Esc")
                .onPress(shell::close);
        create = WidgetId.set(
                new FlatButton(foot, desk.look(), FlatButton.Kind.PRIMARY)
                        .text("Write")
                        .keys("⏎")
                        .onPress(this::create),
                "waystation.newArticle.create");
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
        desk.edits().follow(desk.articles().companies(), this::offer, refused -> {});
    }

    /** Shows it a fifth from the top of its owner. */
    public void open() {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        int height = shell.computeSize(width, SWT.DEFAULT).y;
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 5, width, height);
        shell.open();
        title.setFocus();
    }

    private void offer(List<Company> companies) {
        if (!shell.isDisposed()) {
            company.options(companies);
            shell.layout(true, true);
        }
    }

    private void create() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("title", title.text().strip());
        company.value().ifPresent(chosen -> fields.put("companyId", chosen.id().toString()));
        desk.edits().follow(create, desk.articles().create(fields), this::created, this::refused);
    }

    private void created(UUID id) {
        if (!shell.isDisposed()) {
            shell.close();
        }
        made.accept(id);
    }

    private void refused(InvalidEditException refusal) {
        if (!shell.isDisposed()) {
            title.error(refusal.problem().errors().getFirst().detail());
            shell.setSize(shell.getSize().x, shell.computeSize(shell.getSize().x, SWT.DEFAULT).y);
            shell.layout(true, true);
        }
    }
}
