package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.input.InputEvent;
import com.techsenger.jeditermfx.core.input.KeyEvent;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** What a key sends to the remote machine. */
final class Keys {

    private static final Map<Integer, Integer> SPECIAL = Map.ofEntries(
            Map.entry(SWT.ARROW_UP, KeyEvent.VK_UP),
            Map.entry(SWT.ARROW_DOWN, KeyEvent.VK_DOWN),
            Map.entry(SWT.ARROW_LEFT, KeyEvent.VK_LEFT),
            Map.entry(SWT.ARROW_RIGHT, KeyEvent.VK_RIGHT),
            Map.entry(SWT.HOME, KeyEvent.VK_HOME),
            Map.entry(SWT.END, KeyEvent.VK_END),
            Map.entry(SWT.PAGE_UP, KeyEvent.VK_PAGE_UP),
            Map.entry(SWT.PAGE_DOWN, KeyEvent.VK_PAGE_DOWN),
            Map.entry(SWT.INSERT, KeyEvent.VK_INSERT),
            Map.entry((int) SWT.DEL, KeyEvent.VK_DELETE),
            Map.entry(SWT.F1, KeyEvent.VK_F1),
            Map.entry(SWT.F2, KeyEvent.VK_F2),
            Map.entry(SWT.F3, KeyEvent.VK_F3),
            Map.entry(SWT.F4, KeyEvent.VK_F4),
            Map.entry(SWT.F5, KeyEvent.VK_F5),
            Map.entry(SWT.F6, KeyEvent.VK_F6),
            Map.entry(SWT.F7, KeyEvent.VK_F7),
            Map.entry(SWT.F8, KeyEvent.VK_F8),
            Map.entry(SWT.F9, KeyEvent.VK_F9),
            Map.entry(SWT.F10, KeyEvent.VK_F10),
            Map.entry(SWT.F11, KeyEvent.VK_F11),
            Map.entry(SWT.F12, KeyEvent.VK_F12));

    private final JediTerminal terminal;

    Keys(JediTerminal terminal) {
        this.terminal = terminal;
    }

    Optional<byte[]> bytes(Event event) {
        Integer special = SPECIAL.get(event.keyCode);
        if (special != null) {
            byte[] code = terminal.getCodeForKey(special, modifiers(event.stateMask));
            if (code == null) {
                code = terminal.getCodeForKey(special, 0);
            }
            return Optional.ofNullable(code);
        }
        if (event.keyCode == SWT.KEYPAD_CR
                || event.character == SWT.CR
                || event.character == SWT.LF && !control(event)) {
            return Optional.of(withAlt(event, new byte[] {'\r'}));
        }
        if (event.character == SWT.BS) {
            return Optional.of(withAlt(event, new byte[] {0x7f}));
        }
        if (event.character == SWT.TAB) {
            boolean back = (event.stateMask & SWT.SHIFT) != 0;
            return Optional.of(back ? new byte[] {0x1b, '[', 'Z'} : new byte[] {'\t'});
        }
        if (event.character == 0 && !(control(event) && (event.keyCode == ' ' || event.keyCode == '2'))) {
            return Optional.empty();
        }
        return Optional.of(withAlt(event, String.valueOf(event.character).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean control(Event event) {
        return (event.stateMask & SWT.CTRL) != 0;
    }

    private static byte[] withAlt(Event event, byte[] bytes) {
        if ((event.stateMask & SWT.ALT) == 0) {
            return bytes;
        }
        byte[] escaped = new byte[bytes.length + 1];
        escaped[0] = 0x1b;
        System.arraycopy(bytes, 0, escaped, 1, bytes.length);
        return escaped;
    }

    private static int modifiers(int state) {
        int modifiers = 0;
        modifiers |= (state & SWT.SHIFT) != 0 ? InputEvent.SHIFT_MASK : 0;
        modifiers |= (state & SWT.CTRL) != 0 ? InputEvent.CTRL_MASK : 0;
        modifiers |= (state & SWT.ALT) != 0 ? InputEvent.ALT_MASK : 0;
        return modifiers;
    }
}
