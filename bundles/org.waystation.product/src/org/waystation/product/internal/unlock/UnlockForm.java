package org.waystation.product.internal.unlock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.jspecify.annotations.Nullable;
import org.waystation.product.internal.sheet.CardHead;
import org.waystation.product.internal.sheet.Columns;
import org.waystation.product.internal.sheet.InputBox;
import org.waystation.product.internal.unlock.SecretCheck.Complaint;
import org.waystation.product.internal.unlock.SecretCheck.Field;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockSource;

/** Takes the passphrase and hands it to the vault; every copy of it that was made here is wiped. */
final class UnlockForm {

    private static final Logger LOG = System.getLogger(UnlockForm.class.getName());

    private final Wording wording;
    private final Function<UnlockSource, CompletionStage<Void>> vault;
    private final Executor ui;
    private final Card card;
    private final InputBox passphrase;
    private final Optional<InputBox> again;
    private final FlatButton go;
    private boolean busy;

    /** @param ui runs a task on the UI thread, later */
    UnlockForm(
            Card card, Look look, Wording wording, Function<UnlockSource, CompletionStage<Void>> vault, Executor ui) {
        this.card = card;
        this.wording = wording;
        this.vault = vault;
        this.ui = ui;
        card.setLayout(Columns.column(32, 28, CardHead.GAP));
        new CardHead(card, look, "lock", wording.title(), wording.explanation());
        passphrase = box(look, "Passphrase", "waystation.unlock.passphrase").hint(wording.hint());
        again = wording == Wording.CHOOSE
                ? Optional.of(box(look, "Passphrase again", "waystation.unlock.again"))
                : Optional.empty();
        go = WidgetId.set(new FlatButton(card, look, FlatButton.Kind.PRIMARY), "waystation.unlock.go")
                .text(wording.action())
                .onPress(this::submit);
        GridData right = new GridData(SWT.RIGHT, SWT.CENTER, true, false);
        right.verticalIndent = 4;
        go.setLayoutData(right);
    }

    void setFocus() {
        passphrase.setFocus();
    }

    private InputBox box(Look look, String name, String id) {
        InputBox box = InputBox.secret(card, look, name, id).onSubmit(this::submit);
        box.setLayoutData(Columns.across());
        return box;
    }

    private void submit() {
        if (busy) {
            return;
        }
        passphrase.error("");
        again.ifPresent(box -> box.error(""));
        char[] secret = passphrase.secret();
        Optional<Complaint> complaint = check(secret);
        if (complaint.isPresent()) {
            Arrays.fill(secret, '\0');
            complain(complaint.get());
            return;
        }
        busy(true);
        vault.apply(UnlockSource.typed(secret)).whenComplete((nothing, failure) -> {
            Arrays.fill(secret, '\0');
            ui.execute(() -> settled(failure));
        });
    }

    private Optional<Complaint> check(char[] secret) {
        if (again.isEmpty()) {
            return SecretCheck.given(secret);
        }
        char[] repeated = again.get().secret();
        try {
            return SecretCheck.chosen(secret, repeated);
        } finally {
            Arrays.fill(repeated, '\0');
        }
    }

    private void complain(Complaint complaint) {
        InputBox box = complaint.field() == Field.AGAIN ? again.orElseThrow() : passphrase;
        box.error(complaint.sentence());
        box.setFocus();
    }

    private void busy(boolean now) {
        busy = now;
        passphrase.editable(!now);
        again.ifPresent(box -> box.editable(!now));
        go.setEnabled(!now);
        go.text(now ? wording.busy() : wording.action());
    }

    /** After success the sheet goes with the vault's new state, which may have come before this. */
    private void settled(@Nullable Throwable failure) {
        if (card.isDisposed()) {
            return;
        }
        passphrase.wipe();
        again.ifPresent(InputBox::wipe);
        if (failure != null) {
            busy(false);
            complain(new Complaint(Field.PASSPHRASE, sentence(failure)));
        }
    }

    private static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage();
        if (cause instanceof UnlockException && message != null) {
            return message;
        }
        LOG.log(Level.ERROR, "Unlocking failed", cause);
        return "The profile could not be unlocked; the log says more. Try again.";
    }
}
