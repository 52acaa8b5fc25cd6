package org.waystation.assets.ui.internal.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.assets.AssetRules;
import org.waystation.api.domain.Term;
import org.waystation.api.notify.Notification;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.LineList;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Sheet;
import org.waystation.shell.widgets.Sheet.Foot;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** A sheet to give one field of many assets another value: it shows what would come of it, and it can be undone. */
public final class BulkSheet {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 560;

    private final Desk desk;
    private final List<AssetRow> rows;
    private final Sheet sheet;
    private final Choice<BulkField> field;
    private final Choice<Term> word;
    private final TextBox text;
    private final TextLine summary;
    private final LineList<AssetRow> list;
    private final FlatButton change;

    /** @param rows the assets that may be changed; each can be left out */
    public BulkSheet(Shell owner, Desk desk, List<AssetRow> rows) {
        this.desk = desk;
        this.rows = List.copyOf(rows);
        sheet = new Sheet(owner, desk.look(), "Change " + count(rows.size()));
        Panel row = sheet.row(3);
        field = new Choice<>(row, desk.look(), Tone.PANEL, "Field", List.of(BulkField.values()), BulkField::label);
        field.onChange(chosen -> choose());
        WidgetId.set(field, "waystation.bulk.field");
        word = new Choice<>(row, desk.look(), Tone.PANEL, "Value", List.<Term>of(), Term::label);
        word.onChange(chosen -> preview());
        word.setLayoutData(new GridData());
        WidgetId.set(word, "waystation.bulk.word");
        text = new TextBox(row, desk.look(), Tone.PANEL, "Value", 1).onSubmit(this::change);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.onChange(this::preview);
        WidgetId.set(text.control(), "waystation.bulk.text");
        list = new LineList<>(sheet.body(), desk.look(), "What would change", true, this::line);
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list.onChoose(this::count);
        WidgetId.set(list, "waystation.bulk.preview");
        Foot foot = sheet.foot();
        summary = WidgetId.set(foot.hint(), "waystation.bulk.summary");
        change = WidgetId.set(
                foot.action().text("Change").keys("Ctrl ⏎").onPress(this::change), "waystation.bulk.change");
        list.addListener(SWT.KeyDown, event -> {
            if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && (event.stateMask & SWT.MOD1) != 0) {
                change();
            }
        });
        choose();
    }

    private static String count(int assets) {
        return assets == 1 ? "1 asset" : String.format(Locale.ENGLISH, "%,d assets", assets);
    }

    /** Shows it in the middle of its owner. */
    public void open() {
        sheet.open(WIDTH, HEIGHT);
        field.setFocus();
    }

    private void choose() {
        Optional<BulkField> chosen = field.value();
        boolean words = chosen.map(each -> !each.words().isEmpty()).orElse(false);
        word.options(chosen.map(each -> List.<Term>copyOf(each.words())).orElse(List.of()));
        show(word, words);
        show(text, chosen.isPresent() && !words);
        text.placeholder(
                chosen.filter(BulkField::isDate).isPresent() ? "year-month-day, or empty for none" : "Empty for none");
        text.getParent().layout();
        preview();
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }

    /** The value as it goes out; empty while it is not complete or is wrong. */
    private Optional<String> value() {
        if (field.value().isEmpty()) {
            return Optional.empty();
        }
        BulkField chosen = field.value().get();
        if (!chosen.words().isEmpty()) {
            return word.value().map(Term::code);
        }
        String typed = text.text().strip();
        boolean tag = chosen == BulkField.ADD_TAG || chosen == BulkField.REMOVE_TAG;
        return tag && typed.isEmpty() || !error(chosen, typed).isEmpty() ? Optional.empty() : Optional.of(typed);
    }

    private static String error(BulkField chosen, String typed) {
        if (typed.isEmpty() || chosen.field().equals("tags")) {
            return "";
        }
        List<FieldError> errors = new AssetRules().check(Map.of(chosen.field(), typed));
        return errors.isEmpty() ? "" : errors.getFirst().detail();
    }

    private void preview() {
        if (field.value().isEmpty()) {
            list.show(List.of(), "Choose a field to see what would change.");
            count();
            return;
        }
        BulkField chosen = field.value().get();
        text.error(chosen.words().isEmpty() ? error(chosen, text.text().strip()) : "");
        Optional<String> value = value();
        List<AssetRow> changing = new ArrayList<>();
        if (value.isPresent()) {
            for (AssetRow each : rows) {
                if (!chosen.present(each.asset()).equals(chosen.coming(each.asset(), value.get()))) {
                    changing.add(each);
                }
            }
        }
        list.show(changing, value.isEmpty() ? "Say to what it is changed." : "All of them have this value already.");
        count();
    }

    private LineList.Line line(AssetRow row) {
        BulkField chosen = field.value().orElse(BulkField.STATE);
        String before = chosen.present(row.asset());
        String after = chosen.coming(row.asset(), value().orElse(""));
        return new LineList.Line(
                "",
                row.asset().name() + (row.companyName().isEmpty() ? "" : "  ·  " + row.companyName()),
                (before.isEmpty() ? "none" : before) + "  →  " + (after.isEmpty() ? "none" : after),
                Tone.TEXT);
    }

    private void count() {
        int taken = list.taken().size();
        change.text(taken == 0 ? "Change" : "Change " + count(taken));
        change.setEnabled(taken > 0);
        int same = rows.size() - list.size();
        summary.text(
                field.value().isEmpty()
                        ? ""
                        : same == 0
                                ? "It can be undone afterwards."
                                : count(same) + (same == 1 ? " stays as it is." : " stay as they are."));
    }

    private void change() {
        List<AssetRow> taken = list.taken();
        Optional<String> value = value();
        if (taken.isEmpty() || value.isEmpty() || !change.isEnabled()) {
            return;
        }
        BulkField chosen = field.value().orElseThrow();
        List<AssetChange> changes = taken.stream()
                .map(row -> new AssetChange(row.id(), chosen.change(row.asset(), value.get())))
                .toList();
        desk.edits().follow(change, desk.assets().change(changes), undo -> changed(chosen, undo), this::refused);
    }

    private void changed(BulkField chosen, List<AssetChange> undo) {
        sheet.close();
        desk.notifications()
                .show(new Notification(
                        Notification.Level.INFO,
                        "Assets",
                        "bulk",
                        count(undo.size()) + " changed",
                        chosen.label() + ". They wait to be synced.",
                        List.of(new Notification.Action(
                                "Undo",
                                () -> desk.edits()
                                        .follow(
                                                desk.assets().change(undo),
                                                undone -> desk.notifications().settle("Assets", "bulk"),
                                                refusal -> {})))));
    }

    private void refused(InvalidEditException refusal) {
        if (!sheet.isDisposed()) {
            text.error(
                    refusal.problem().errors().isEmpty()
                            ? refusal.problem().sentence()
                            : refusal.problem().errors().getFirst().detail());
        }
    }
}
