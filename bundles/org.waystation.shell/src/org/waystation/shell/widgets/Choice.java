package org.waystation.shell.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/**
 * A drop-down of which one is chosen.
 *
 * @param <T> what is chosen
 */
public final class Choice<T> extends Panel {

    private final FlatButton button;
    private final Function<T, String> label;
    private final String name;
    private List<T> options;
    private @Nullable T value;
    private Consumer<T> listener = chosen -> {};

    /** @param name what it is called, for assistive technology */
    public Choice(Composite parent, Look look, Tone ground, String name, List<T> options, Function<T, String> label) {
        super(parent, look, ground);
        this.label = label;
        this.name = name;
        this.options = List.copyOf(options);
        setLayout(new FillLayout());
        button = new FlatButton(this, look, FlatButton.Kind.PLAIN).menu(this::choices);
        show();
    }

    public Choice<T> onChange(Consumer<T> newListener) {
        listener = newListener;
        return this;
    }

    /** Other options; the choice stays where it is still one of them. */
    public void options(List<T> newOptions) {
        options = List.copyOf(newOptions);
        if (value != null && !options.contains(value)) {
            value = null;
        }
        show();
    }

    public List<T> options() {
        return options;
    }

    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** Chooses without telling the listener. */
    public void value(@Nullable T newValue) {
        value = newValue;
        show();
    }

    /** Opens the list of options. */
    public void drop() {
        button.drop();
    }

    @Override
    public boolean setFocus() {
        return !button.isDisposed() && button.setFocus();
    }

    private List<MenuChoice> choices() {
        return options.stream()
                .map(option ->
                        MenuChoice.of(label.apply(option), () -> choose(option)).checkedIf(option.equals(value)))
                .toList();
    }

    private void choose(T option) {
        value = option;
        show();
        listener.accept(option);
    }

    private void show() {
        String shown = value == null ? name + "…" : label.apply(value);
        button.text(shown).name(name + ": " + shown);
        requestLayout();
    }
}
