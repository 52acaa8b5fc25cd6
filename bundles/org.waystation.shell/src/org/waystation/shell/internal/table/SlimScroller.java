package org.waystation.shell.internal.table;

import org.eclipse.nebula.widgets.nattable.viewport.IScroller;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.waystation.shell.widgets.SlimBar;

/** Lets NatTable scroll by a slim bar. */
final class SlimScroller implements IScroller<SlimBar> {

    private final SlimBar bar;
    private int increment = 1;
    private int page = 1;

    SlimScroller(SlimBar bar) {
        this.bar = bar;
        bar.onMove(this::tell);
    }

    /** Moves it as the wheel does. */
    void scrollBy(int pixels) {
        int before = bar.selection();
        setSelection(before + pixels);
        if (bar.selection() != before) {
            tell();
        }
    }

    private void tell() {
        bar.notifyListeners(SWT.Selection, new Event());
    }

    @Override
    public SlimBar getUnderlying() {
        return bar;
    }

    @Override
    public boolean isDisposed() {
        return bar.isDisposed();
    }

    @Override
    public void addListener(int eventType, Listener listener) {
        bar.addListener(eventType, listener);
    }

    @Override
    public void removeListener(int eventType, Listener listener) {
        bar.removeListener(eventType, listener);
    }

    @Override
    public int getSelection() {
        return bar.selection();
    }

    @Override
    public void setSelection(int value) {
        bar.values(value, bar.thumb(), bar.maximum());
    }

    @Override
    public int getMaximum() {
        return bar.maximum();
    }

    @Override
    public void setMaximum(int value) {
        bar.values(bar.selection(), bar.thumb(), value);
    }

    @Override
    public int getPageIncrement() {
        return page;
    }

    @Override
    public void setPageIncrement(int value) {
        page = value;
    }

    @Override
    public int getThumb() {
        return bar.thumb();
    }

    @Override
    public void setThumb(int value) {
        bar.values(bar.selection(), value, bar.maximum());
    }

    @Override
    public int getIncrement() {
        return increment;
    }

    @Override
    public void setIncrement(int value) {
        increment = value;
    }

    @Override
    public boolean getEnabled() {
        return bar.getEnabled();
    }

    @Override
    public void setEnabled(boolean enabled) {
        bar.setEnabled(enabled);
    }

    @Override
    public boolean getVisible() {
        return bar.getVisible();
    }

    /** Left to the view, which makes room for it. */
    @Override
    public void setVisible(boolean visible) {}
}
