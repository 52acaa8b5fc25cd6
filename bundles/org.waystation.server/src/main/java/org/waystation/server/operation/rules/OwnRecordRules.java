package org.waystation.server.operation.rules;

/**
 * Records that are somebody's own: the one who made them is set once, and nobody else changes or deletes them.
 *
 * @param owner the field that holds whose they are
 */
record OwnRecordRules(String owner) implements KindRules {

    @Override
    public void complete(EditContext edit) {
        if (edit.before().isPresent()) {
            Ownership.require(edit, owner);
        } else {
            edit.data().put(owner, edit.caller().id().toString());
        }
    }

    @Override
    public void checkDelete(EditContext edit) {
        Ownership.require(edit, owner);
    }
}
