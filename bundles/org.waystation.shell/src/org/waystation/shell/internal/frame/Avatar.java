package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.ServerSession;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PopupMenu;

/** The technician's initials, with what concerns the technician in a menu. */
public final class Avatar {

    @PostConstruct
    void create(Composite strip, Look look, SyncWatch sync, FrameCommands commands) {
        Account account = new Account();
        Circle circle = new Circle(strip, look, sync, commands, account);
        circle.addDisposeListener(e -> account.close());
        circle.setLayoutData(StripLayout.Place.END);
        sync.onChange(circle, circle::refresh);
    }

    private static final class Circle extends StripItem {

        private static final int SIZE = 24;

        private final SyncWatch sync;
        private final FrameCommands commands;
        private final Account account;

        Circle(Composite strip, Look look, SyncWatch sync, FrameCommands commands, Account account) {
            super(strip, look, "strip.avatar");
            this.sync = sync;
            this.commands = commands;
            this.account = account;
        }

        void refresh() {
            setToolTipText(name());
            redraw();
        }

        private String name() {
            return sync.session().map(ServerSession::userName).orElse("Not signed in");
        }

        private String initials() {
            return sync.session().stream()
                    .flatMap(session -> Stream.of(session.userName().strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .limit(2)
                    .map(word -> Character.toString(Character.toUpperCase(word.codePointAt(0))))
                    .collect(Collectors.joining());
        }

        @Override
        protected String accessibleName() {
            return name();
        }

        @Override
        void press() {
            List<MenuChoice> items = new ArrayList<>(account.head(sync.session()));
            items.addAll(account.choices());
            items.add(choice("Switch theme", look().dark() ? "sun" : "moon", "", FrameCommands.SWITCH_THEME));
            items.add(choice("Settings", "settings", "Ctrl+Alt+S", FrameCommands.SETTINGS));
            items.add(choice("Quit", "close", "Ctrl+Q", FrameCommands.QUIT));
            new PopupMenu(this, look(), items).open();
        }

        private MenuChoice choice(String label, String icon, String keys, String command) {
            return MenuChoice.of(label, () -> commands.execute(command, Map.of()))
                    .withIcon(icon)
                    .withDetail(keys);
        }

        @Override
        protected Point measure(Brush brush) {
            return new Point(SIZE, SIZE);
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            Rectangle circle = new Rectangle(0, (area.height - SIZE) / 2, SIZE, SIZE);
            brush.disc(circle.x, circle.y, SIZE, Tone.ACCENT_BACKGROUND);
            String initials = initials();
            if (initials.isEmpty()) {
                brush.icon("user", Tone.ACCENT, (SIZE - 16) / 2, circle.y + (SIZE - 16) / 2);
            } else {
                brush.text(initials, TextStyle.SMALL_STRONG, Tone.ACCENT, circle, Align.CENTER);
            }
            if (ringed()) {
                brush.strokeRound(circle, SIZE / 2, 2, Tone.ACCENT);
            }
        }
    }
}
