/** The ticket screens with real widgets over tickets in memory. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.tests;
