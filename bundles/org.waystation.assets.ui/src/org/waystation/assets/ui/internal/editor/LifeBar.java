package org.waystation.assets.ui.internal.editor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.assets.AssetLife;
import org.waystation.api.assets.AssetLife.Due;
import org.waystation.api.domain.Asset;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.LifeWords;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** An asset's life as a thin bar from its purchase to the last date that is known, with today on it. */
final class LifeBar extends PaintedControl {

    private static final int HEIGHT = 56;
    private static final int BAR = 6;
    private static final int MARK = 10;
    private static final int GAP = 12;

    private final Desk desk;
    private Optional<Asset> asset = Optional.empty();

    LifeBar(Composite parent, Desk desk) {
        super(parent, desk.look(), false, ACC.ROLE_GRAPHIC);
        this.desk = desk;
    }

    void show(Asset newAsset) {
        asset = Optional.of(newAsset);
        changed();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        asset.ifPresent(shown -> paint(brush, area, shown));
    }

    private void paint(Brush brush, Rectangle area, Asset shown) {
        AssetLife life = AssetLife.of(shown, desk.today());
        LocalDate today = desk.today();
        LocalDate first = shown.purchasedOn().filter(today::isAfter).orElse(today.minusYears(1));
        LocalDate last = life.dates().stream()
                .map(Due::on)
                .reduce(today.plusMonths(3), (a, b) -> a.isAfter(b) ? a : b)
                .plusDays(30);
        Rectangle bar = new Rectangle(MARK, 12, area.width - 2 * MARK, BAR);
        brush.fillRound(bar, BAR, Tone.LINE);
        int now = x(bar, first, last, today);
        brush.fillRound(new Rectangle(bar.x, bar.y, Math.max(BAR, now - bar.x), BAR), BAR, Tone.ACCENT);
        for (Due due : life.dates()) {
            int x = x(bar, first, last, due.on());
            brush.disc(x - MARK / 2, bar.y + BAR / 2 - MARK / 2, MARK, LifeWords.tone(due.mark()));
        }
        labels(brush, life.dates(), due -> x(bar, first, last, due.on()), bar, bar.x + bar.width);
        brush.line(now, bar.y - 6, now, bar.y + BAR + 6, Tone.TEXT);
    }

    /** Each below its mark where there is room; else they move to the left, the last one first, and then to the right. */
    private void labels(Brush brush, List<Due> dates, ToIntFunction<Due> at, Rectangle bar, int right) {
        int[] left = new int[dates.size()];
        int end = right;
        for (int i = dates.size() - 1; i >= 0; i--) {
            int width = brush.width(words(dates.get(i)), TextStyle.SMALL);
            left[i] = Math.min(at.applyAsInt(dates.get(i)) - width / 2, end - width);
            end = left[i] - GAP;
        }
        int begin = bar.x;
        for (int i = 0; i < dates.size(); i++) {
            Due due = dates.get(i);
            left[i] = Math.max(left[i], begin);
            Rectangle label = new Rectangle(left[i], bar.y + 14, Math.max(0, right - left[i]), 20);
            int width = brush.text(words(due), TextStyle.SMALL, LifeWords.tone(due.mark()), label, Align.LEFT);
            begin = left[i] + width + GAP;
        }
    }

    private String words(Due due) {
        return due.what() + " " + desk.times().date(due.on());
    }

    private static int x(Rectangle bar, LocalDate first, LocalDate last, LocalDate day) {
        long span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        long at = Math.clamp(ChronoUnit.DAYS.between(first, day), 0L, span);
        return bar.x + (int) (bar.width * at / span);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(300, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return asset.map(shown -> AssetLife.of(shown, desk.today()).dates().stream()
                        .map(due -> LifeWords.of(due, desk.times()))
                        .collect(Collectors.joining(", ", "Life: ", "")))
                .orElse("Life");
    }
}
