package org.waystation.api.tickets;

/** What a ticket queue can show, sort by and group by. */
public enum TicketColumn {
    NUMBER("Number"),
    COMPANY("Company"),
    SUBJECT("Subject"),
    STATUS("Status"),
    PRIORITY("Priority"),
    ASSIGNEE("Assignee"),
    SLA_DUE("SLA due"),
    ORIGIN("Origin"),
    AGREEMENT("Agreement"),
    UPDATED("Updated");

    private final String label;

    TicketColumn(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
