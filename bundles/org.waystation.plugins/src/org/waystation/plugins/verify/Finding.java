package org.waystation.plugins.verify;

/**
 * Something a rule says about a package.
 *
 * @param rule which rule, as in the plug-in guide, such as {@code internal}
 * @param where the class or header it is about
 * @param sentence what is wrong and what to do
 */
public record Finding(Severity severity, String rule, String where, String sentence) implements Comparable<Finding> {

    /** How much it matters. */
    public enum Severity {
        /** The package is refused. */
        ERROR,
        /** It works, and its author should look at it. */
        WARNING
    }

    static Finding error(String rule, String where, String sentence) {
        return new Finding(Severity.ERROR, rule, where, sentence);
    }

    static Finding warning(String rule, String where, String sentence) {
        return new Finding(Severity.WARNING, rule, where, sentence);
    }

    public boolean refuses() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        int bySeverity = severity.compareTo(other.severity);
        int byRule = bySeverity == 0 ? rule.compareTo(other.rule) : bySeverity;
        int byPlace = byRule == 0 ? where.compareTo(other.where) : byRule;
        return byPlace == 0 ? sentence.compareTo(other.sentence) : byPlace;
    }
}
