/** What bundles declare as data: settings, groups of notifications, themes. None of their code is loaded for it. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.declared;
