package org.waystation.sync.ui.internal.scope;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.DataHeld;
import org.waystation.api.sync.ScopeCompany;
import org.waystation.api.sync.ScopeEstimate;
import org.waystation.api.sync.SyncScope;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;
import org.waystation.sync.ui.internal.Rows;

/** Where what is taken along is chosen: whose work, which companies, how far back, which files, and how much that is. */
final class ScopePage extends Panel {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365, 730);
    private static final List<Integer> MEGABYTES = List.of(0, 1, 10, 50, 200);

    private final Look look;
    private final ScopeDraft draft;
    private final SyncScope before;
    private final Actions actions;
    private final Panel pinArea;
    private final CompanyPins pins;
    private final WrappedText size;
    private final WrappedText difference;
    private final FlatButton take;
    private final ScrollArea scroll;
    private final Toggle mine;
    private Optional<DataHeld> held = Optional.empty();
    private Optional<ScopeEstimate> estimate = Optional.empty();

    /** What is decided. */
    interface Actions {

        /** How large it would be is wanted; answered by one of the two below. */
        void estimate(SyncScope scope);

        void takeAlong(SyncScope scope);

        void close();
    }

    ScopePage(Composite parent, Look look, SyncScope before, Actions actions) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        this.before = before;
        this.draft = new ScopeDraft(before);
        this.actions = actions;
        WidgetId.set(this, "waystation.scope");
        setLayout(Rows.column(0, 0));
        scroll = new ScrollArea(this, look, Tone.EDITOR);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite content = scroll.content();
        content.setLayout(Rows.column(20, 20));
        Panel heading = group(content, 4);
        Rows.text(heading, look, TextStyle.TITLE, Tone.TEXT, "What is taken along");
        Rows.text(
                heading,
                look,
                TextStyle.BODY,
                Tone.DIM,
                "What is in scope is on this computer, encrypted, and can be read and changed without the server. "
                        + "People, companies, sites and agreements always are.");
        mine = mine(content);
        Panel companies = section(content, "Companies");
        Toggle every = new Toggle(companies, look, "Every company that I may see").on(draft.everyCompany());
        WidgetId.set(every, "waystation.scope.every");
        pinArea = group(companies, 0);
        pins = new CompanyPins(pinArea, look, draft, this::changed);
        pins.setLayoutData(Rows.across());
        every.onChange(on -> {
            draft.everyCompany(on);
            showPins();
            changed();
        });
        age(content);
        files(content);
        Card card = new Card(content, look);
        card.setLayout(Rows.column(12, 4));
        card.setLayoutData(Rows.across());
        card.mark(Tone.ACCENT);
        WidgetId.set(card, "waystation.scope.size");
        size = text(card, TextStyle.BODY_STRONG, Tone.TEXT);
        difference = text(card, TextStyle.SMALL, Tone.DIM);
        Panel buttons = Rows.buttons(content, look, Tone.EDITOR);
        take = new FlatButton(buttons, look, FlatButton.Kind.PRIMARY)
                .text("Take this along")
                .onPress(this::take);
        WidgetId.set(take, "waystation.scope.take");
        new FlatButton(buttons, look, FlatButton.Kind.PLAIN)
                .text("Leave it as it is")
                .onPress(actions::close);
        showPins();
        changed();
    }

    private Panel group(Composite parent, int spacing) {
        Panel group = new Panel(parent, look, Tone.EDITOR);
        group.setLayout(Rows.column(0, spacing));
        group.setLayoutData(Rows.across());
        return group;
    }

    private Panel section(Composite parent, String title) {
        Panel section = group(parent, 8);
        Rows.text(section, look, TextStyle.BODY_STRONG, Tone.TEXT, title);
        return section;
    }

    private WrappedText text(Composite parent, TextStyle style, Tone tone) {
        WrappedText made = new WrappedText(parent, look, style, tone);
        made.setLayoutData(Rows.across());
        return made;
    }

    private Toggle mine(Composite content) {
        Panel section = section(content, "My work");
        Toggle toggle = new Toggle(section, look, "My open tickets, with all that belongs to them, of any company")
                .on(draft.scope().myWork())
                .onChange(on -> {
                    draft.myWork(on);
                    changed();
                });
        WidgetId.set(toggle, "waystation.scope.mine");
        return toggle;
    }

    private void age(Composite content) {
        Panel section = section(content, "How far back");
        List<Optional<Integer>> options = Stream.concat(
                        DAYS.stream().map(Optional::of), Stream.of(Optional.<Integer>empty()))
                .toList();
        Choice<Optional<Integer>> days = new Choice<>(
                section,
                look,
                Tone.EDITOR,
                "How far back",
                options,
                value -> value.map(ScopeWords::days).orElse("No limit"));
        days.value(draft.scope().days());
        days.onChange(value -> {
            draft.days(value);
            changed();
        });
        WidgetId.set(days, "waystation.scope.days");
        Rows.text(
                section,
                look,
                TextStyle.SMALL,
                Tone.DIM,
                "Tickets and alerts that are open, or that moved within this time. Assets and articles come whatever "
                        + "their age.");
    }

    private void files(Composite content) {
        Panel section = section(content, "Files");
        Choice<Integer> megabytes = new Choice<>(
                section, look, Tone.EDITOR, "Files", MEGABYTES, value -> ScopeWords.sentence(ScopeWords.files(value)));
        megabytes.value(draft.scope().attachmentMegabytes());
        megabytes.onChange(value -> {
            draft.megabytes(value);
            changed();
        });
        WidgetId.set(megabytes, "waystation.scope.files");
        Rows.text(section, look, TextStyle.SMALL, Tone.DIM, "Larger ones come when you open them.");
    }

    private void showPins() {
        boolean shown = !draft.everyCompany();
        ((GridData) pinArea.getLayoutData()).exclude = !shown;
        pinArea.setVisible(shown);
        requestLayout();
        scroll.refresh();
    }

    void show(List<ScopeCompany> companies) {
        pins.show(companies);
        scroll.refresh();
    }

    void show(DataHeld now) {
        held = Optional.of(now);
        compare();
    }

    /** What it would be. */
    void show(SyncScope scope, ScopeEstimate found) {
        if (scope.equals(draft.scope())) {
            estimate = Optional.of(found);
            size.text("About " + ScopeWords.records(found.total()) + ", " + ScopeWords.size(found.bytes()));
            compare();
        }
    }

    void notEstimated(SyncScope scope, String reason) {
        if (scope.equals(draft.scope())) {
            estimate = Optional.empty();
            size.text("How much that is cannot be said now");
            difference.text(reason + " It can be chosen all the same.");
            scroll.refresh();
        }
    }

    private void changed() {
        estimate = Optional.empty();
        size.text("Asking the server how much that is…");
        difference.text("");
        take.setEnabled(!draft.scope().equals(before));
        actions.estimate(draft.scope());
        scroll.refresh();
    }

    private void compare() {
        if (estimate.isPresent() && held.isPresent()) {
            long now = held.get().total();
            long then = estimate.get().total();
            String here = "Now here: " + ScopeWords.records(now) + ", "
                    + ScopeWords.size(held.get().bytes()) + ".";
            difference.text(
                    then < now
                            ? here + " About " + ScopeWords.records(now - then)
                                    + " will go; what was not sent yet stays until it was."
                            : here + " About " + ScopeWords.records(then - now) + " will be fetched.");
        }
        scroll.refresh();
    }

    private void take() {
        take.setEnabled(false);
        actions.takeAlong(draft.scope());
    }

    /** It could not be kept. */
    void failed(String sentence) {
        take.setEnabled(true);
        difference.text(sentence);
        scroll.refresh();
    }

    @Override
    public boolean setFocus() {
        return !mine.isDisposed() && mine.setFocus();
    }
}
