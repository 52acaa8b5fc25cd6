package org.waystation.shell.edit;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Why something did not work, in words for whoever asked for it. */
public final class Failure {

    private Failure() {}

    /**
     * The message of what a stage ended with, or of its cause where the stage has wrapped it.
     *
     * @param otherwise said where there is no message
     */
    public static String sentence(@Nullable Throwable failure, String otherwise) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause == null || cause.getMessage() == null ? otherwise : cause.getMessage();
    }
}
