package org.waystation.shell.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** The tabs of the sheet. The keyboard turns them from the input line, so they never take the focus from it. */
final class SheetTabs extends PaintedControl {

    static final int HEIGHT = 34;
    private static final int PADDING = 12;

    /** Tabs that are always there; another group has a tab while it is the one that is searched. */
    private static final List<String> USUAL =
            List.of(SearchSheet.ALL, "Tickets", "Assets", "Articles", "Companies", "Commands");

    private List<String> groups;
    private List<String> names;
    private String wanted = "";
    private final Runnable turned;
    private final List<Rectangle> places = new ArrayList<>();
    private int selected;

    SheetTabs(Composite parent, Look look, List<String> names, Runnable turned) {
        super(parent, look, false, ACC.ROLE_TABFOLDER);
        this.groups = List.copyOf(names);
        this.names = usual("");
        this.turned = turned;
        setData("org.waystation.id", "waystation.search.tabs");
        addListener(SWT.MouseDown, event -> {
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).contains(event.x, event.y)) {
                    turn(i);
                }
            }
        });
    }

    private List<String> usual(String other) {
        return Stream.concat(USUAL.stream().filter(groups::contains), Stream.of(other))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    String selected() {
        return names.get(selected);
    }

    /** What the selected tab says. */
    @Override
    public String getText() {
        return selected();
    }

    /** Other groups, without telling; the selected tab stays selected where it is still there. */
    void rename(List<String> newGroups) {
        String chosen = wanted.isEmpty() ? selected() : wanted;
        groups = List.copyOf(newGroups);
        names = usual(groups.contains(chosen) ? chosen : "");
        selected = Math.max(0, names.indexOf(chosen));
        wanted = groups.contains(chosen) ? "" : wanted;
        redraw();
    }

    /** Selects without telling. One that is not there is selected when it comes; until then the selection stays as it is. */
    void select(String name) {
        wanted = groups.contains(name) ? "" : name;
        if (wanted.isEmpty()) {
            names = usual(name);
            selected = names.indexOf(name);
            redraw();
        }
    }

    void step(int by) {
        turn(Math.floorMod(selected + by, names.size()));
    }

    private void turn(int index) {
        String name = names.get(index);
        wanted = "";
        names = usual(name);
        selected = names.indexOf(name);
        redraw();
        turned.run();
    }

    @Override
    protected Tone ground() {
        return Tone.PANEL;
    }

    @Override
    protected String accessibleName() {
        return "Search in " + selected();
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(400, HEIGHT);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        places.clear();
        int x = 4;
        for (int i = 0; i < names.size(); i++) {
            TextStyle style = i == selected ? TextStyle.SMALL_STRONG : TextStyle.SMALL;
            Rectangle place =
                    new Rectangle(x, 0, brush.width(names.get(i), TextStyle.SMALL_STRONG) + 2 * PADDING, HEIGHT - 1);
            brush.text(names.get(i), style, i == selected ? Tone.TEXT : Tone.DIM, place, Align.CENTER);
            if (i == selected) {
                brush.fill(new Rectangle(place.x + 6, HEIGHT - 3, place.width - 12, 2), Tone.ACCENT);
            }
            places.add(place);
            x += place.width;
        }
        brush.line(0, HEIGHT - 1, area.width, HEIGHT - 1, Tone.LINE);
    }
}
