package org.waystation.api.insight;

/**
 * One technician's week so far, from Monday.
 *
 * @param mine minutes the technician booked, by origin
 * @param everybodys minutes all booked
 */
public record WeekShare(WorkFigures mine, WorkFigures everybodys) {}
