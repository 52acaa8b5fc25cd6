package org.waystation.api.work;

/** How work reports what it is doing. */
public interface WorkProgress {

    /** True once the technician cancelled it: stop soon and leave nothing half-done. */
    boolean cancelled();

    /** Says how far it is: done of total, or a total of 0 while that is not known. */
    void at(long done, long total);
}
