package org.waystation.sync.ui.internal.conflict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.api.sync.Conflict;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;
import org.waystation.sync.ui.internal.conflict.FieldDecision.Side;

/** One field: what shall stand on top, below it the three values beside each other. */
final class FieldCard extends Panel {

    /** From this length on, text gets several lines. */
    private static final int LONG = 80;

    private static final int LINES = 5;

    private final FieldDecision decision;
    private final Runnable changed;
    private final Map<Side, VersionBox> boxes = new EnumMap<>(Side.class);
    private final Panel result;
    private final Look look;
    private TextBox typed;
    private TextLine shown;
    private boolean filling;

    /** @param titles what stands over the values, by side; empty where there is nothing to compare */
    FieldCard(Composite parent, Look look, FieldDecision decision, Map<Side, String> titles, Runnable changed) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        this.decision = decision;
        this.changed = changed;
        Conflict.Field field = decision.field();
        WidgetId.set(this, "waystation.conflict.field." + field.name());
        setLayout(Rows.column(0, 6));
        setLayoutData(Rows.across());
        new TextLine(this, look, TextStyle.BODY_STRONG, Tone.TEXT)
                .text(field.label())
                .setLayoutData(Rows.across());
        result = new Panel(this, look, Tone.EDITOR);
        result.setLayout(Rows.column(0, 0));
        result.setLayoutData(Rows.across());
        typed = new TextBox(result, look, Tone.EDITOR, field.label() + ", result", isLong() ? LINES : 1);
        shown = new TextLine(result, look, TextStyle.BODY, Tone.TEXT);
        prepareResult();
        if (!titles.isEmpty()) {
            compare(titles);
        }
        refresh();
    }

    private boolean isLong() {
        Conflict.Field field = decision.field();
        return List.of(field.base(), field.mine(), field.theirs()).stream()
                .anyMatch(
                        value -> value.shown().length() > LONG || value.shown().indexOf('\n') >= 0);
    }

    private void prepareResult() {
        boolean editable = decision.editable();
        typed.setLayoutData(Rows.across());
        shown.setLayoutData(Rows.across());
        ((GridData) typed.getLayoutData()).exclude = !editable;
        ((GridData) shown.getLayoutData()).exclude = editable;
        typed.setVisible(editable);
        shown.setVisible(!editable);
        WidgetId.set(
                typed.control(),
                "waystation.conflict.result." + decision.field().name());
        typed.onChange(() -> {
            if (!filling) {
                typed.error(decision.type(typed.text()).orElse(""));
                mark();
                changed.run();
            }
        });
    }

    private void compare(Map<Side, String> titles) {
        Panel columns = new Panel(this, look, Tone.EDITOR);
        GridLayout layout = new GridLayout(titles.size(), true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        columns.setLayout(layout);
        columns.setLayoutData(Rows.across());
        String base = decision.field().base().shown();
        titles.forEach((side, title) -> {
            String value = decision.of(side).shown();
            Tone tone = side == Side.MINE ? Tone.ACCENT_BACKGROUND : Tone.WARN_BACKGROUND;
            List<WordMarks.Mark> marks = side == Side.BASE ? List.of() : WordMarks.of(base, value);
            boxes.put(side, new VersionBox(columns, look, title, value, marks, tone, () -> choose(side)));
        });
        Panel buttons = Rows.buttons(this, look, Tone.EDITOR);
        titles.forEach((side, title) -> new FlatButton(buttons, look, FlatButton.Kind.PLAIN)
                .text("Take " + word(side))
                .keys(String.valueOf(side.ordinal() + 1))
                .onPress(() -> choose(side))
                .addListener(SWT.KeyDown, this::key));
    }

    private static String word(Side side) {
        return switch (side) {
            case BASE -> "what was";
            case MINE -> "yours";
            case THEIRS -> "theirs";
        };
    }

    /** The keys 1, 2 and 3 choose while one of the buttons has the focus. */
    private void key(Event event) {
        int number = event.character - '1';
        if (number >= 0 && number < Side.values().length) {
            choose(Side.values()[number]);
        }
    }

    void choose(Side side) {
        decision.choose(side);
        refresh();
        changed.run();
    }

    FieldDecision decision() {
        return decision;
    }

    boolean valid() {
        return typed.error().isEmpty();
    }

    /** Shows what shall stand now. */
    void refresh() {
        filling = true;
        try {
            String now = decision.result().shown();
            if (!typed.text().equals(now)) {
                typed.text(now);
            }
            typed.error("");
            shown.text(now.isEmpty() ? "empty" : now);
        } finally {
            filling = false;
        }
        mark();
    }

    private void mark() {
        boxes.forEach((side, box) -> box.chosen(decision.is(side)));
    }

    @Override
    public boolean setFocus() {
        return decision.editable() ? typed.setFocus() : super.setFocus();
    }
}
