package org.waystation.sync.ui.internal.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.sync.ScopeCompany;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;

/** The companies with a switch each: the pinned ones first, the others as one looks for them. */
final class CompanyPins extends Panel {

    /** In two columns; whoever has more companies finds them by name. */
    private static final int SHOWN = 16;

    private final Look look;
    private final ScopeDraft draft;
    private final Runnable changed;
    private final TextBox find;
    private final Panel list;
    private final Panel rest;
    private List<ScopeCompany> companies = List.of();

    CompanyPins(Composite parent, Look look, ScopeDraft draft, Runnable changed) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        this.draft = draft;
        this.changed = changed;
        WidgetId.set(this, "waystation.scope.companies");
        setLayout(Rows.column(0, 8));
        find = new TextBox(this, look, Tone.EDITOR, "Find a company", 1).placeholder("Find a company");
        GridData width = new GridData(SWT.BEGINNING, SWT.TOP, false, false);
        width.widthHint = 320;
        find.setLayoutData(width);
        find.onChange(this::fill);
        list = new Panel(this, look, Tone.EDITOR);
        GridLayout columns = new GridLayout(2, true);
        columns.marginWidth = 0;
        columns.marginHeight = 0;
        columns.horizontalSpacing = 16;
        columns.verticalSpacing = 4;
        list.setLayout(columns);
        list.setLayoutData(Rows.across());
        rest = new Panel(this, look, Tone.EDITOR);
        rest.setLayout(Rows.column(0, 0));
        rest.setLayoutData(Rows.across());
    }

    void show(List<ScopeCompany> found) {
        List<ScopeCompany> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparing(company -> !draft.isPinned(company.id()))); // stable: by name within
        companies = ordered;
        fill();
    }

    private void fill() {
        for (Panel area : List.of(list, rest)) {
            for (Control old : area.getChildren()) {
                old.dispose();
            }
        }
        String wanted = find.text().strip().toLowerCase(Locale.ROOT);
        List<ScopeCompany> matching = companies.stream()
                .filter(company -> company.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        matching.stream().limit(SHOWN).forEach(this::line);
        if (companies.isEmpty()) {
            say("No companies are known yet; they come with the first sync.");
        } else if (matching.isEmpty()) {
            say("No company is called so.");
        } else if (matching.size() > SHOWN) {
            say((matching.size() - SHOWN) + " more: type a part of the name.");
        }
        requestLayout();
    }

    private void say(String sentence) {
        Rows.text(rest, look, TextStyle.SMALL, Tone.DIM, sentence);
    }

    private void line(ScopeCompany company) {
        Toggle toggle = new Toggle(list, look, company.name())
                .on(draft.isPinned(company.id()))
                .onChange(on -> {
                    draft.pin(company.id(), on);
                    changed.run();
                });
        toggle.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }
}
